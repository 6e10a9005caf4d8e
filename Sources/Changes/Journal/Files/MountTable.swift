import Glibc

/// The file systems that the process sees, by where they are mounted.
struct MountTable {
  private struct Mount {
    var point: String
    var kind: String
  }

  private var mounts: [Mount] = []

  /// The table in the words of `/proc/self/mountinfo` (proc(5)).
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      // Optional fields stand between the sixth word and a lone hyphen; the kind follows it.
      guard let hyphen = words.dropFirst(6).firstIndex(of: "-"), words.indices.contains(hyphen + 1)
      else { continue }
      mounts.append(Mount(point: Self.unescaped(words[4]), kind: String(words[hyphen + 1])))
    }
  }

  /// The table as it is now; empty where the system does not tell.
  static func current() -> MountTable {
    let descriptor = FileDescriptor(open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor.number, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return MountTable(String(decoding: bytes, as: UTF8.self))
  }

  /// The kind of file system at an absolute path without links, such as `ext4` or `fuse.sshfs`.
  func kind(at path: String) -> String? {
    var best: Mount?
    for mount in mounts {
      let folder = mount.point == "/" ? "/" : mount.point + "/"
      guard path == mount.point || path.hasPrefix(folder) else { continue }
      // Of two at the same point the later one is on top.
      if mount.point.utf8.count >= best?.point.utf8.count ?? 0 { best = mount }
    }
    return best?.kind
  }

  /// Whether a kind of file system is reached over a network, or from a virtual machine's host.
  ///
  /// A file system of user space may be anything: what is not known to be local counts as remote.
  static func isNetwork(_ kind: String) -> Bool {
    if kind.hasPrefix("fuse.") { return !localInUserSpace.contains(String(kind.dropFirst(5))) }
    return kind == "fuse" || network.contains(kind)
  }

  private static let network: Set = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs", "gfs2", "glusterfs", "gpfs",
    "lustre", "ncp", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb", "smb2", "smb3",
    "smbfs", "vboxsf", "virtiofs", "vmhgfs",
  ]

  private static let localInUserSpace: Set = [
    "bindfs", "cryfs", "encfs", "ext2", "fuse-overlayfs", "gocryptfs", "mergerfs", "ntfs",
    "ntfs-3g",
    "securefs", "unionfs", "zfs",
  ]

  /// A path as it is: blanks and the like are written as `\040`.
  private static func unescaped(_ word: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = word.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
