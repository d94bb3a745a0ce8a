"""Whether a folder lies on another machine, where SQLite's locks are not to be relied on."""

from pathlib import Path

_NETWORK = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse.glusterfs", "fuse.s3fs", "fuse.sshfs",
        "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    }
)  # fmt: skip


def network(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    """The kind of network file system that holds the folder; None for a disk of this machine."""
    try:
        lines = mounts.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return None
    best, kind = Path(), ""
    for line in lines:
        _, at, found, *_ = [*line.split(" "), "", "", ""]
        # Blanks in names are written in octal.
        mount = Path(at.replace("\\040", " "))
        if folder.resolve().is_relative_to(mount) and len(mount.parts) >= len(best.parts):
            best, kind = mount, found
    return kind if kind in _NETWORK else None
