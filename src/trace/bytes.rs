//! Numbers and texts as little-endian bytes, and back without trusting them.

/// Appends to a message.
#[derive(Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    #[cfg_attr(small, optimize(speed))]
    pub fn u8(&mut self, n: u8) {
        self.0.push(n);
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn u32(&mut self, n: u32) {
        self.0.extend_from_slice(&n.to_le_bytes());
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn u32s(&mut self, all: &[u32]) {
        let at = self.0.len();
        self.0.resize(at + 4 * all.len(), 0);
        self.0[at..].as_chunks_mut().0.iter_mut().zip(all).for_each(|(to, n)| *to = n.to_le_bytes());
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn u64(&mut self, n: u64) {
        self.0.extend_from_slice(&n.to_le_bytes());
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn u64s(&mut self, all: &[u64]) {
        let at = self.0.len();
        self.0.resize(at + 8 * all.len(), 0);
        self.0[at..].as_chunks_mut().0.iter_mut().zip(all).for_each(|(to, n)| *to = n.to_le_bytes());
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.u32(bytes.len() as u32);
        self.0.extend_from_slice(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }
}

/// Takes from the front of a message; `None` where the message is too short or not what was asked for.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    pub fn u8(&mut self) -> Option<u8> {
        self.take(1).map(|b| b[0])
    }

    pub fn bool(&mut self) -> Option<bool> {
        match self.u8()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    pub fn u64(&mut self) -> Option<u64> {
        self.take(8)?.try_into().ok().map(u64::from_le_bytes)
    }

    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let n = self.u32()? as usize;
        self.take(n)
    }

    pub fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.bytes()?).ok().map(str::to_string)
    }

    /// A count of items of at least `size` bytes each: refused when the rest could not hold them.
    pub fn count(&mut self, size: usize) -> Option<usize> {
        let n = self.u32()? as usize;
        (n.checked_mul(size)? <= self.0.len()).then_some(n)
    }

    /// Whether the message is used up.
    pub fn done(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
