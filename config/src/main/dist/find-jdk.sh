# Sourced by ./clearhold and ./verify: find_jdk MINIMUM PROGRAM prints the home of a JDK of at least that version
# that has bin/PROGRAM (java to run, javac to build), or fails. JAVA_HOME wins, then PATH, then the usual folders,
# where the oldest that is new enough is taken: it is nearest to the one that was tested.

jdk_major() {
    local version=""
    [ -r "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([^"]*\)".*/\1/p')
    version=${version%%[!0-9]*}
    echo "${version:-0}"
}

find_jdk() {
    local minimum=$1 program=$2 home major best="" best_major=0 on_path
    on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    for home in "${JAVA_HOME:-}" "${on_path%/bin/java}"; do
        [ -n "$home" ] && [ -x "$home/bin/java" ] && [ -x "$home/bin/$program" ] || continue
        if [ "$(jdk_major "$home")" -ge "$minimum" ]; then
            echo "$home"
            return 0
        fi
    done
    for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/openjdk-* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.asdf/installs/java/*; do
        [ -x "$home/bin/java" ] && [ -x "$home/bin/$program" ] || continue
        major=$(jdk_major "$home")
        [ "$major" -ge "$minimum" ] || continue
        if [ -z "$best" ] || [ "$major" -lt "$best_major" ]; then
            best=$home
            best_major=$major
        fi
    done
    [ -n "$best" ] && echo "$best"
}
