"""Checks what a server gave to an outsider, by the page "Proof of the ledger" alone; the standard library is enough for it."""
import base64
import hashlib
import json
import struct
import sys


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def record(r):
    return struct.pack(
        ">16s4BIqqq16s32s32s32s", b"clearhold.frame1", r["format"], r["shard"], r["renderer"], 0, 0,
        int(r["sequence"]), r["log_time_ms"], r["synced_sequence"], bytes.fromhex(r["request_digest"]),
        bytes.fromhex(r["command_hash"]), bytes.fromhex(r["result_hash"]), bytes.fromhex(r["events_hash"]))


def climb(node, index, size, path):
    """RFC 9162, 2.1.3.2."""
    last = size - 1
    for step in path:
        assert last != 0, "the path is too long"
        if index & 1 or index == last:
            node = sha(b"\x01", step, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = sha(b"\x01", node, step)
        index, last = index >> 1, last >> 1
    assert last == 0, "the path is too short"
    return node


def grows(first, second, first_root, second_root, path):
    """RFC 9162, 2.1.4.2."""
    if first == second:
        return not path and first_root == second_root
    if first & (first - 1) == 0:
        path = [first_root] + path
    index, last = first - 1, second - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if index & 1 or index == last:
            old, new = sha(b"\x01", step, old), sha(b"\x01", step, new)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            new = sha(b"\x01", new, step)
        index, last = index >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


# Ed25519 by its definition (RFC 8032, 5.1), slow and without secrets.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2
    return ((x1 * y2 + x2 * y1) * pow(1 + k, P - 2, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, P - 2, P) % P)


def times(n, point):
    result = (0, 1)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - xx) % P == 0, "no point of the curve"
    return (P - x if x & 1 != sign else x, y)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, text, signature):
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    return s < Q and times(s, BASE) == add(point(signature[:32]), times(k, point(key)))


def check_head(head, key):
    names = ["journal", "sequence", "state_hash", "tree_size", "root_hash", "signed_at", "keyid"]
    text = "clearhold ledger head 1\n" + "".join(f"{name}: {head[name]}\n" for name in names)
    assert int(head["sequence"]) == head["tree_size"], "tree_size is not the sequence"
    assert head["keyid"] == "ed25519-" + sha(key)[:16].hex(), "another key"
    assert signed(key, text.encode(), base64.b64decode(head["signature"])), "the head's signature is wrong"
    forged = text.replace("sequence: ", "sequence: 1", 1)
    assert not signed(key, forged.encode(), base64.b64decode(head["signature"])), "any text is believed"


def main():
    first, head, proof, growth, receipt = (json.load(open(name)) for name in sys.argv[1:6])
    request, key = open(sys.argv[6], "rb").read(), base64.b64decode(sys.argv[7])
    for each in (first, head, receipt["head"]):
        check_head(each, key)
    path = [bytes.fromhex(step) for step in proof["path"]]
    root = climb(bytes.fromhex(proof["frame_hash"]), int(proof["sequence"]) - 1, head["tree_size"], path)
    assert root.hex() == head["root_hash"], "the frame is not under the head"
    assert grows(
        first["tree_size"], head["tree_size"], bytes.fromhex(first["root_hash"]), bytes.fromhex(head["root_hash"]),
        [bytes.fromhex(step) for step in growth["path"]]), "the later ledger does not begin with the earlier"
    leaf = sha(b"\x00", record(receipt))
    assert leaf.hex() == receipt["frame_hash"] == proof["frame_hash"], "the record is not the frame's"
    assert sha(b"POST\n/v1/payments\n", request)[:16].hex() == receipt["request_digest"], "another request"
    assert sha(base64.b64decode(receipt["result"])).hex() == receipt["result_hash"], "another result"
    under = receipt["head"]
    root = climb(leaf, int(receipt["sequence"]) - 1, under["tree_size"], [bytes.fromhex(step) for step in receipt["path"]])
    assert root.hex() == under["root_hash"], "the receipt is not under its head"
    print(f"an outsider agrees: frame {receipt['sequence']} under the head of {head['sequence']}")


main()
