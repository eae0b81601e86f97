//! The machine's files: a tree of nodes in memory, shared by its processes. Errors are Linux's numbers.

use crate::trace::Nanos;
use std::collections::BTreeMap;

/// Where a program starts, and where its files are.
pub const HOME: &str = "/home/user";

/// Bytes of all files together; more is ENOSPC.
const CAPACITY: usize = 256 << 20;

pub const EPERM: i64 = 1;
pub const ENOENT: i64 = 2;
pub const EBADF: i64 = 9;
pub const EACCES: i64 = 13;
pub const EEXIST: i64 = 17;
pub const ENOTDIR: i64 = 20;
pub const EISDIR: i64 = 21;
pub const EINVAL: i64 = 22;
pub const EMFILE: i64 = 24;
pub const ENOSPC: i64 = 28;
pub const ESPIPE: i64 = 29;
pub const ENOTEMPTY: i64 = 39;
const ELOOP: i64 = 40;

/// What a call on the disk gives, or its errno.
pub type Done<T> = Result<T, i64>;

/// Index of a node.
pub type Inode = usize;

#[derive(Clone, Debug)]
pub enum Kind {
    File(Vec<u8>),
    Folder(BTreeMap<String, Inode>),
    Link(String),
    /// `/dev/null`
    Null,
}

/// A file, folder or symbolic link; removed ones stay until the end, as descriptors may hold them.
#[derive(Clone, Debug)]
pub struct Node {
    pub kind: Kind,
    /// Permission bits.
    pub mode: u32,
    /// Names that refer to it.
    pub links: u32,
    pub accessed: i64,
    pub modified: i64,
    pub changed: i64,
    /// Whether the user may write here.
    pub own: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Disk {
    nodes: Vec<Node>,
    used: usize,
    /// Nanoseconds since 1970 at the start of the run.
    epoch: i64,
}

const ROOT: Inode = 0;

impl Disk {
    /// A small Unix tree with the given files in the home folder, by paths relative to it.
    pub fn new(files: Vec<(String, Vec<u8>)>) -> Disk {
        let mut disk = Disk { epoch: 1_767_225_600_000_000_000, ..Disk::default() };
        disk.add(Kind::Folder(BTreeMap::new()), 0o755, 0, false);
        for folder in ["/bin", "/dev", "/etc", "/home", "/usr", "/usr/bin", "/usr/lib", "/var"] {
            let _ = disk.make(folder, Kind::Folder(BTreeMap::new()), 0o755, 0, false);
        }
        for folder in [HOME, "/tmp", "/var/tmp"] {
            let mode = if folder == HOME { 0o755 } else { 0o1777 };
            let _ = disk.make(folder, Kind::Folder(BTreeMap::new()), mode, 0, true);
        }
        let _ = disk.make("/dev/null", Kind::Null, 0o666, 0, true);
        for (name, bytes) in files {
            let path = format!("{HOME}/{}", name.trim_start_matches('/'));
            for (at, _) in path.match_indices('/').skip(3) {
                let _ = disk.make(&path[..at], Kind::Folder(BTreeMap::new()), 0o755, 0, true);
            }
            disk.used += bytes.len();
            let _ = disk.make(&path, Kind::File(bytes), 0o644, 0, true);
        }
        disk
    }

    fn time(&self, now: Nanos) -> i64 {
        self.epoch + now as i64
    }

    fn add(&mut self, kind: Kind, mode: u32, now: Nanos, own: bool) -> Inode {
        let time = self.time(now);
        self.nodes.push(Node { kind, mode, links: 1, accessed: time, modified: time, changed: time, own });
        self.nodes.len() - 1
    }

    pub fn node(&self, at: Inode) -> &Node {
        &self.nodes[at]
    }

    fn folder(&self, at: Inode) -> Done<&BTreeMap<String, Inode>> {
        match &self.nodes[at].kind {
            Kind::Folder(names) => Ok(names),
            _ => Err(ENOTDIR),
        }
    }

    fn folder_mut(&mut self, at: Inode) -> Done<&mut BTreeMap<String, Inode>> {
        match &mut self.nodes[at].kind {
            Kind::Folder(names) => Ok(names),
            _ => Err(ENOTDIR),
        }
    }

    /// The folder that holds the last part of an absolute path, that part, and the node behind it if there is one.
    /// A symbolic link at the end is followed when `follow` says so.
    fn walk(&self, path: &str, follow: bool, depth: u32) -> Done<(Inode, String, Option<Inode>)> {
        if depth > 40 {
            return Err(ELOOP);
        }
        let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty() && *p != ".").collect();
        let must_be_folder = path.ends_with('/') || path.ends_with("/.");
        let mut stack = vec![ROOT];
        for (i, part) in parts.iter().enumerate() {
            let here = *stack.last().unwrap_or(&ROOT);
            let names = self.folder(here)?;
            let last = i + 1 == parts.len();
            if *part == ".." {
                if stack.len() > 1 {
                    stack.pop();
                }
                if last {
                    let at = *stack.last().unwrap_or(&ROOT);
                    return Ok((at, ".".into(), Some(at)));
                }
                continue;
            }
            let found = names.get(*part).copied();
            if let Some(at) = found
                && let Kind::Link(target) = &self.nodes[at].kind
                && (follow || !last)
            {
                let base = self.path_of(here);
                let rest = parts[i + 1..].join("/");
                let joined = if target.starts_with('/') { target.clone() } else { format!("{base}/{target}") };
                let whole = if rest.is_empty() { joined } else { format!("{joined}/{rest}") };
                return self.walk(&whole, follow, depth + 1);
            }
            if last {
                if must_be_folder && let Some(at) = found {
                    self.folder(at)?;
                }
                return Ok((here, part.to_string(), found));
            }
            stack.push(found.ok_or(ENOENT)?);
        }
        Ok((ROOT, ".".into(), Some(ROOT)))
    }

    /// The absolute path of a folder.
    fn path_of(&self, folder: Inode) -> String {
        let mut at = folder;
        let mut path = String::new();
        while at != ROOT {
            let up = self.nodes.iter().enumerate().find_map(|(i, n)| match &n.kind {
                Kind::Folder(names) => names.iter().find(|(_, to)| **to == at).map(|(name, _)| (i, name)),
                _ => None,
            });
            let Some((parent, name)) = up else { break };
            path = format!("/{name}{path}");
            at = parent;
        }
        path
    }

    /// The node that an absolute path names.
    pub fn find(&self, path: &str, follow: bool) -> Done<Inode> {
        self.walk(path, follow, 0)?.2.ok_or(ENOENT)
    }

    /// Puts a new node at a path.
    pub fn make(&mut self, path: &str, kind: Kind, mode: u32, now: Nanos, own: bool) -> Done<Inode> {
        let (parent, name, found) = self.walk(path, !matches!(kind, Kind::Link(_)), 0)?;
        if found.is_some() {
            return Err(EEXIST);
        }
        if path.ends_with('/') && !matches!(kind, Kind::Folder(_)) {
            return Err(EISDIR);
        }
        if now > 0 {
            self.writable(parent)?;
        }
        let at = self.add(kind, mode, now, own);
        self.enter(parent, name, at, now)?;
        Ok(at)
    }

    fn enter(&mut self, folder: Inode, name: String, at: Inode, now: Nanos) -> Done<()> {
        let time = self.time(now);
        self.folder_mut(folder)?.insert(name, at);
        (self.nodes[folder].modified, self.nodes[folder].changed) = (time, time);
        Ok(())
    }

    fn writable(&self, at: Inode) -> Done<()> {
        let node = &self.nodes[at];
        if node.own && node.mode & 0o200 != 0 { Ok(()) } else { Err(EACCES) }
    }

    /// Whether a file may be opened for reading and writing.
    pub fn permit(&self, at: Inode, read: bool, write: bool) -> Done<()> {
        if matches!(self.nodes[at].kind, Kind::Folder(_)) && write {
            return Err(EISDIR);
        }
        if read && self.nodes[at].mode & 0o400 == 0 {
            return Err(EACCES);
        }
        if write { self.writable(at) } else { Ok(()) }
    }

    pub fn read(&mut self, at: Inode, from: u64, size: u64, now: Nanos) -> Done<Vec<u8>> {
        let time = self.time(now);
        let node = &mut self.nodes[at];
        node.accessed = time;
        match &node.kind {
            Kind::File(bytes) => {
                let from = (from as usize).min(bytes.len());
                Ok(bytes[from..from.saturating_add(size as usize).min(bytes.len())].to_vec())
            }
            Kind::Folder(_) => Err(EISDIR),
            _ => Ok(Vec::new()),
        }
    }

    pub fn write(&mut self, at: Inode, from: u64, new: &[u8], now: Nanos) -> Done<()> {
        let end = (from as usize).saturating_add(new.len());
        self.resize(at, |len| len.max(end), now)?;
        if let Kind::File(bytes) = &mut self.nodes[at].kind {
            bytes[from as usize..end].copy_from_slice(new);
        }
        Ok(())
    }

    pub fn truncate(&mut self, at: Inode, size: u64, now: Nanos) -> Done<()> {
        self.resize(at, |_| size as usize, now)
    }

    fn resize(&mut self, at: Inode, to: impl Fn(usize) -> usize, now: Nanos) -> Done<()> {
        let time = self.time(now);
        let node = &mut self.nodes[at];
        (node.modified, node.changed) = (time, time);
        let Kind::File(bytes) = &mut node.kind else { return Ok(()) };
        let (old, new) = (bytes.len(), to(bytes.len()));
        if new > old && self.used + (new - old) > CAPACITY {
            return Err(ENOSPC);
        }
        bytes.resize(new, 0);
        self.used = self.used + new - old;
        Ok(())
    }

    pub fn size(&self, at: Inode) -> u64 {
        match &self.nodes[at].kind {
            Kind::File(bytes) => bytes.len() as u64,
            Kind::Folder(_) => 4096,
            Kind::Link(target) => target.len() as u64,
            Kind::Null => 0,
        }
    }

    /// Names in a folder, sorted, each with what it is: `f`, `d` or `l`.
    pub fn list(&self, path: &str) -> Done<Vec<(String, char)>> {
        let names = self.folder(self.find(path, true)?)?;
        Ok(names.iter().map(|(name, &at)| (name.clone(), self.letter(at))).collect())
    }

    fn letter(&self, at: Inode) -> char {
        match self.nodes[at].kind {
            Kind::File(_) | Kind::Null => 'f',
            Kind::Folder(_) => 'd',
            Kind::Link(_) => 'l',
        }
    }

    /// Removes a name: of a folder when `folder`, else of anything but one.
    pub fn remove(&mut self, path: &str, folder: bool, now: Nanos) -> Done<()> {
        let (parent, name, found) = self.walk(path, false, 0)?;
        let at = found.ok_or(ENOENT)?;
        match (&self.nodes[at].kind, folder) {
            (Kind::Folder(_), false) => return Err(EISDIR),
            (Kind::Folder(names), true) if !names.is_empty() => return Err(ENOTEMPTY),
            (Kind::Folder(_), true) => {}
            (_, true) => return Err(ENOTDIR),
            (_, false) => {}
        }
        if name == "." {
            return Err(EINVAL);
        }
        self.writable(parent)?;
        self.forget(parent, &name, now)
    }

    fn forget(&mut self, parent: Inode, name: &str, now: Nanos) -> Done<()> {
        let time = self.time(now);
        let Some(at) = self.folder_mut(parent)?.remove(name) else { return Err(ENOENT) };
        self.nodes[parent].modified = time;
        self.nodes[at].links = self.nodes[at].links.saturating_sub(1);
        self.nodes[at].changed = time;
        Ok(())
    }

    pub fn rename(&mut self, from: &str, to: &str, now: Nanos) -> Done<()> {
        let (parent, name, found) = self.walk(from, false, 0)?;
        let at = found.ok_or(ENOENT)?;
        let (target, new, there) = self.walk(to, false, 0)?;
        self.writable(parent)?;
        self.writable(target)?;
        let moving_folder = matches!(self.nodes[at].kind, Kind::Folder(_));
        if there == Some(at) {
            return Ok(());
        }
        if let Some(there) = there {
            match (&self.nodes[there].kind, moving_folder) {
                (Kind::Folder(names), true) if !names.is_empty() => return Err(ENOTEMPTY),
                (Kind::Folder(_), false) => return Err(EISDIR),
                (Kind::Folder(_), true) | (_, false) => {}
                (_, true) => return Err(ENOTDIR),
            }
            self.forget(target, &new, now)?;
        }
        if moving_folder && format!("{to}/").starts_with(&format!("{from}/")) {
            return Err(EINVAL);
        }
        self.forget(parent, &name, now)?;
        self.nodes[at].links += 1;
        self.enter(target, new, at, now)
    }

    /// A second name for a file.
    pub fn link(&mut self, from: &str, to: &str, now: Nanos) -> Done<()> {
        let at = self.find(from, false)?;
        if matches!(self.nodes[at].kind, Kind::Folder(_)) {
            return Err(EPERM);
        }
        let (parent, name, there) = self.walk(to, false, 0)?;
        if there.is_some() {
            return Err(EEXIST);
        }
        self.writable(parent)?;
        self.nodes[at].links += 1;
        self.enter(parent, name, at, now)
    }

    pub fn target(&self, path: &str) -> Done<String> {
        match &self.nodes[self.find(path, false)?].kind {
            Kind::Link(target) => Ok(target.clone()),
            _ => Err(EINVAL),
        }
    }

    pub fn set_mode(&mut self, path: &str, mode: u32, now: Nanos) -> Done<()> {
        let at = self.find(path, true)?;
        let time = self.time(now);
        if !self.nodes[at].own {
            return Err(EPERM);
        }
        (self.nodes[at].mode, self.nodes[at].changed) = (mode & 0o7777, time);
        Ok(())
    }

    /// Sets the times; negative ones mean now.
    pub fn set_times(&mut self, path: &str, accessed: i64, modified: i64, now: Nanos) -> Done<()> {
        let at = self.find(path, true)?;
        let time = self.time(now);
        let or_now = |t: i64| if t < 0 { time } else { t };
        let node = &mut self.nodes[at];
        (node.accessed, node.modified, node.changed) = (or_now(accessed), or_now(modified), time);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk() -> Disk {
        Disk::new(vec![("a.txt".into(), b"abc".to_vec()), ("pkg/b.py".into(), b"x = 1".to_vec())])
    }

    #[test]
    fn paths_lead_through_folders_and_links() {
        let mut d = disk();
        assert!(d.find("/home/user/pkg/../a.txt", true).is_ok());
        assert_eq!(d.find("/home/user/nothing", true), Err(ENOENT));
        assert_eq!(d.find("/home/user/a.txt/x", true), Err(ENOTDIR));
        d.make("/tmp/l", Kind::Link("/home/user/pkg".into()), 0o777, 1, true).unwrap();
        assert_eq!(d.find("/tmp/l/b.py", true), d.find("/home/user/pkg/b.py", true));
        d.make("/tmp/round", Kind::Link("round".into()), 0o777, 1, true).unwrap();
        assert_eq!(d.find("/tmp/round", true), Err(ELOOP));
    }

    #[test]
    fn removing_and_renaming_say_what_is_wrong() {
        let mut d = disk();
        assert_eq!(d.remove("/home/user/pkg", true, 1), Err(ENOTEMPTY));
        assert_eq!(d.remove("/home/user/pkg", false, 1), Err(EISDIR));
        assert_eq!(d.rename("/home/user/pkg", "/home/user/pkg/in", 1), Err(EINVAL));
        d.rename("/home/user/a.txt", "/tmp/b.txt", 1).unwrap();
        assert_eq!(d.list("/tmp").unwrap(), [("b.txt".to_string(), 'f')]);
        assert_eq!(d.make("/etc/x", Kind::Null, 0, 1, true), Err(EACCES));
    }

    #[test]
    fn writing_past_the_end_fills_with_zeros() {
        let mut d = disk();
        let at = d.find("/home/user/a.txt", true).unwrap();
        d.write(at, 5, b"x", 1).unwrap();
        assert_eq!(d.read(at, 0, 99, 1).unwrap(), b"abc\0\0x");
        assert_eq!(d.write(at, 1 << 40, b"x", 1), Err(ENOSPC));
    }
}
