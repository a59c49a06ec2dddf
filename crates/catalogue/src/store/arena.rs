//! Text of many rows in few allocations.
//!
//! Blocks instead of one growing buffer: a buffer of 15 MB that doubles leaves a hole of 15 MB in
//! wasm memory, which never shrinks. May depend on nothing.

/// Block size is a power of two so that a position is block number and offset in one `u32`.
const SHIFT: u32 = 18;
const BLOCK: usize = 1 << SHIFT;

#[derive(Default)]
pub(crate) struct Arena {
    blocks: Vec<String>,
}

impl Arena {
    /// Keeps a text and says where, or `None` when 4 GiB are full. A text never straddles blocks;
    /// one that is larger than a block gets a block of its own size.
    pub(crate) fn push(&mut self, text: &str) -> Option<u32> {
        if self.blocks.last().is_none_or(|block| block.len() + text.len() > BLOCK) {
            if self.blocks.len() >> (32 - SHIFT) > 0 {
                return None;
            }
            // A small catalogue needs no whole block; after that, doubling would leave spare room.
            let size = if self.blocks.is_empty() { 0 } else { BLOCK.max(text.len()) };
            self.blocks.push(String::with_capacity(size));
        }
        let number = u32::try_from(self.blocks.len().checked_sub(1)?).ok()?;
        let block = self.blocks.last_mut()?;
        // A full block can still take an empty text, but its end is no valid offset any more.
        let offset = if text.is_empty() { 0 } else { u32::try_from(block.len()).ok()? };
        block.push_str(text);
        Some(number << SHIFT | offset)
    }

    /// The text of `len` bytes, `skip` bytes after a position that [`push`](Self::push) gave.
    pub(crate) fn get(&self, at: u32, skip: u32, len: u32) -> &str {
        let start = (at as usize & (BLOCK - 1)) + skip as usize;
        self.blocks
            .get((at >> SHIFT) as usize)
            .and_then(|block| block.get(start..start + len as usize))
            .unwrap_or_default()
    }

    /// Bytes held, spare room included.
    pub(crate) fn footprint(&self) -> usize {
        self.blocks.iter().map(String::capacity).sum::<usize>() + self.blocks.capacity() * size_of::<String>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_whatever_their_size() {
        let mut arena = Arena::default();
        let texts: Vec<String> =
            [0, 1, BLOCK - 1, 0, 1, 0, BLOCK + 7, 3, BLOCK, 5, 0].iter().map(|&n| "x".repeat(n)).collect();
        let places: Vec<_> = texts.iter().map(|t| arena.push(t).expect("room")).collect();
        for (text, &at) in texts.iter().zip(&places) {
            assert_eq!(arena.get(at, 0, text.len() as u32), text);
        }
        assert_eq!(arena.get(places[7], 1, 2), "xx");
        assert_eq!(arena.get(u32::MAX, 0, 1), "");
    }
}
