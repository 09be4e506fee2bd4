"""Changes one byte of the frame at a sequence, and mends its checksum: 60-forger.py FILE SEQUENCE."""
import mmap
import struct
import sys

TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
    TABLE.append(byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def main():
    sequence = int(sys.argv[2])
    with open(sys.argv[1], "r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        at = data.find(struct.pack("<q", sequence))
        while at >= 0:
            start = at - 8
            lengths = struct.unpack_from("<iii", data, start + 32)
            total = 44 + sum(lengths)
            if min(lengths) >= 0 and total < 1 << 20 and data[start + 4] == 1:
                frame = bytearray(data[start:start + total])
                if crc32c(frame[4:]) == struct.unpack_from("<I", frame, 0)[0]:
                    frame[16] ^= 1
                    struct.pack_into("<I", frame, 0, crc32c(frame[4:]))
                    data[start:start + total] = bytes(frame)
                    print(f"one byte of the frame at sequence {sequence} was changed, its checksum mended")
                    return
            at = data.find(struct.pack("<q", sequence), at + 1)
    sys.exit(f"no frame has sequence {sequence}")


main()
