package io.clearhold.gateway.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.Base32;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Every secret that is handed out is derived from the master key, so the journal holds none and a
 * retry shows the same one again:
 *
 * <pre>
 * sk_&lt;key id&gt;_&lt;mac&gt;              API key; ok_… for the operator's staff
 * cs_&lt;payment&gt;_&lt;mac&gt;             client secret
 * ps_&lt;payment&gt;_&lt;attempt&gt;_&lt;mac&gt;   payer secret
 * ls_&lt;payment link&gt;_&lt;mac&gt;        link secret
 * whsec_&lt;base64 of the whole mac&gt;    webhook secret, in the form of Standard Webhooks
 * </pre>
 *
 * Ids are their 13 characters without prefix; a mac is the first 160 bits of HMAC-SHA256(master,
 * purpose | id | generation or attempt) in 32 characters of base32. Safe for many threads.
 */
public final class Secrets {
    public static final int MASTER_KEY_BYTES = 32;

    /** Characters of a mac. */
    public static final int MAC_LENGTH = 32;

    /** The longest text that one of the {@code put} methods writes. */
    public static final int MAX_LENGTH = 3 + ObjectId.TEXT_LENGTH + 1 + 5 + 1 + MAC_LENGTH;

    /** Keys are rotated by new keys, so a generation above this was never given out. */
    public static final int MAX_GENERATION = 4;

    private static final int MAC_BYTES = 20;
    private static final int PREFIX_LENGTH = 3;
    private static final int KEY_LENGTH = PREFIX_LENGTH + ObjectId.TEXT_LENGTH + 1 + MAC_LENGTH;
    private static final byte[] KEY = "key".getBytes(US_ASCII);
    private static final byte[] CLIENT = "client".getBytes(US_ASCII);
    private static final byte[] LINK = "link".getBytes(US_ASCII);
    private static final byte[] PAYER = "payer".getBytes(US_ASCII);
    private static final byte[] WEBHOOK = "webhook".getBytes(US_ASCII);
    private static final byte[] PERSON = "person".getBytes(US_ASCII);
    private static final byte[] REFERENCE = "reference".getBytes(US_ASCII);

    private final SecretKeySpec master;
    private final SecretKeySpec references;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);
    private final ThreadLocal<byte[]> outputs = ThreadLocal.withInitial(() -> new byte[32]);

    /**
     * @param masterKey {@value #MASTER_KEY_BYTES} bytes, copied
     */
    public Secrets(byte[] masterKey) {
        if (masterKey.length != MASTER_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a master key has " + MASTER_KEY_BYTES + " bytes, not " + masterKey.length);
        }
        this.master = new SecretKeySpec(masterKey, "HmacSHA256");
        Mac mac = newMac();
        this.references = new SecretKeySpec(mac.doFinal(REFERENCE), "HmacSHA256");
    }

    /** Stands for a person in the state, where his name is nobody's business; 0 for nobody. */
    public record PersonHash(long high, long low) {
        /** Nobody was named. */
        public static final PersonHash NOBODY = new PersonHash(0, 0);
    }

    /**
     * The keyed hash of a person's name, the same for each of his keys: capital letters and spaces
     * around it make no other person.
     */
    public PersonHash person(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return PersonHash.NOBODY;
        }
        Mac mac = macs.get();
        mac.update(PERSON);
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(plain.getBytes(UTF_8)));
        return new PersonHash(hash.getLong(), hash.getLong());
    }

    /** The secret of an API key. */
    public String apiKey(Role role, long keyId, int generation) {
        byte[] text = new byte[KEY_LENGTH];
        putApiKey(role, keyId, generation, text, 0);
        return new String(text, ISO_8859_1);
    }

    /** The secret of whoever created a payment. */
    public String clientSecret(long payment) {
        byte[] text = new byte[MAX_LENGTH];
        return new String(text, 0, putClientSecret(payment, text, 0), ISO_8859_1);
    }

    /** The secret of whoever made an attempt to pay. */
    public String payerSecret(long payment, int attempt) {
        byte[] text = new byte[MAX_LENGTH];
        return new String(text, 0, putPayerSecret(payment, attempt, text, 0), ISO_8859_1);
    }

    /** Writes the secret of an API key; returns its length. */
    public int putApiKey(Role role, long keyId, int generation, byte[] target, int offset) {
        int at = putHead(role == Role.OPERATOR ? 'o' : 's', 'k', keyId, target, offset);
        return putMac(KEY, keyId, generation, target, at) - offset;
    }

    /** Writes a client secret; returns its length. */
    public int putClientSecret(long payment, byte[] target, int offset) {
        int at = putHead('c', 's', payment, target, offset);
        return putMac(CLIENT, payment, 0, target, at) - offset;
    }

    /** Writes a payer secret; returns its length. */
    public int putPayerSecret(long payment, int attempt, byte[] target, int offset) {
        int at = putHead('p', 's', payment, target, offset);
        byte[] number = Integer.toString(attempt).getBytes(US_ASCII);
        System.arraycopy(number, 0, target, at, number.length);
        at += number.length;
        target[at++] = '_';
        return putMac(PAYER, payment, attempt, target, at) - offset;
    }

    /** The secret of a payment link, for the page that shows it. */
    public String linkSecret(long link) {
        byte[] text = new byte[MAX_LENGTH];
        int at = putHead('l', 's', link, text, 0);
        return new String(text, 0, putMac(LINK, link, 0, text, at), ISO_8859_1);
    }

    /** What a generation of an endpoint's secret signs with. */
    public byte[] webhookKey(long endpoint, int generation) {
        Mac mac = macs.get();
        mac.update(WEBHOOK);
        mac.update(
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                        .putLong(endpoint)
                        .putInt(generation)
                        .array());
        return mac.doFinal();
    }

    /** That key as its owner gets it. */
    public String webhookSecret(long endpoint, int generation) {
        return "whsec_"
                + java.util.Base64.getEncoder().encodeToString(webhookKey(endpoint, generation));
    }

    /** The id that a text in the form of an API key names, or {@link ObjectId#NONE}. */
    public static long keyId(String text) {
        boolean form =
                text.length() == KEY_LENGTH
                        && (text.startsWith("sk_") || text.startsWith("ok_"))
                        && text.charAt(PREFIX_LENGTH + ObjectId.TEXT_LENGTH) == '_';
        return form ? id(text) : ObjectId.NONE;
    }

    /** The generation of the key that a text proves, or 0 if it proves none. */
    public int generation(String text) {
        long keyId = keyId(text);
        if (keyId == ObjectId.NONE) {
            return 0;
        }
        Role role = text.charAt(0) == 'o' ? Role.OPERATOR : Role.PLATFORM;
        for (int generation = 1; generation <= MAX_GENERATION; generation++) {
            if (same(text, apiKey(role, keyId, generation))) {
                return generation;
            }
        }
        return 0;
    }

    /** What a client, payer or link secret proves, or null if it proves nothing. */
    public @Nullable Credential verifyPaymentSecret(String text) {
        int idEnd = PREFIX_LENGTH + ObjectId.TEXT_LENGTH;
        if (text.length() > MAX_LENGTH || text.length() <= idEnd || text.charAt(idEnd) != '_') {
            return null;
        }
        long payment = id(text);
        if (payment == ObjectId.NONE) {
            return null;
        }
        if (text.startsWith("cs_")) {
            return same(text, clientSecret(payment)) ? new Credential.ClientSecret(payment) : null;
        }
        if (text.startsWith("ls_")) {
            return same(text, linkSecret(payment)) ? new Credential.LinkSecret(payment) : null;
        }
        if (text.startsWith("ps_")) {
            int attempt = attempt(text, idEnd + 1);
            return attempt > 0 && same(text, payerSecret(payment, attempt))
                    ? new Credential.PayerSecret(payment, attempt)
                    : null;
        }
        return null;
    }

    /** Compares without telling by its duration how much is equal. */
    static boolean same(String presented, String expected) {
        return MessageDigest.isEqual(presented.getBytes(ISO_8859_1), expected.getBytes(ISO_8859_1));
    }

    /**
     * A mac for references: HMAC-SHA256 under a key of its own, so that the state's hash of a
     * reference says nothing to who has not the master key. Confined to the caller's thread.
     */
    public Mac newReferenceMac() {
        return newMac(references);
    }

    private static int putHead(char first, char second, long id, byte[] target, int offset) {
        target[offset] = (byte) first;
        target[offset + 1] = (byte) second;
        target[offset + 2] = '_';
        Base32.put(id, target, offset + PREFIX_LENGTH);
        int at = offset + PREFIX_LENGTH + ObjectId.TEXT_LENGTH;
        target[at] = '_';
        return at + 1;
    }

    private int putMac(byte[] purpose, long id, int number, byte[] target, int offset) {
        Mac mac = macs.get();
        byte[] output = outputs.get();
        mac.update(purpose);
        ByteBuffer input = ByteBuffer.wrap(output);
        input.putLong(id).putInt(number);
        mac.update(output, 0, Long.BYTES + Integer.BYTES);
        try {
            mac.doFinal(output, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 has 32 bytes", e);
        }
        Base32.put(output, MAC_BYTES, target, offset);
        return offset + MAC_LENGTH;
    }

    private static long id(String text) {
        // Ids of every kind share their characters; the kind's own prefix is not part of a secret.
        String characters = text.substring(PREFIX_LENGTH, PREFIX_LENGTH + ObjectId.TEXT_LENGTH);
        return ObjectId.parse(IdKind.KEY, IdKind.KEY.prefix() + characters);
    }

    private static int attempt(String text, int from) {
        int end = text.indexOf('_', from);
        if (end <= from || end - from > 5) {
            return 0;
        }
        int attempt = 0;
        for (int i = from; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            attempt = attempt * 10 + digit;
        }
        return attempt;
    }

    private Mac newMac() {
        return newMac(master);
    }

    private static Mac newMac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
