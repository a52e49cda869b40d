//! Key sequences of one context, as a tree: each key leads to an intent or to further keys, never to both.

use super::Key;

/// One step of the tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    intent: Option<String>,
    next: Vec<(Key, Node)>,
}

/// The other sequence that a new one can't stand beside: one begins the other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clash(pub Vec<Key>);

impl Node {
    /// What these keys lead to.
    pub fn at(&self, keys: &[Key]) -> Option<&Self> {
        match keys.split_first() {
            None => Some(self),
            Some((first, rest)) => self.next.iter().find(|(key, _)| key == first)?.1.at(rest),
        }
    }

    /// The intent that stands here.
    pub fn intent(&self) -> Option<&str> {
        self.intent.as_deref()
    }

    /// The keys that may come next.
    pub fn next(&self) -> &[(Key, Self)] {
        &self.next
    }

    /// Binds a sequence, in place of what it was bound to.
    pub fn bind(&mut self, keys: &[Key], intent: &str) -> Result<(), Clash> {
        for shorter in 1..keys.len() {
            if self.at(&keys[..shorter]).is_some_and(|node| node.intent.is_some()) {
                return Err(Clash(keys[..shorter].to_vec()));
            }
        }
        if let Some((longer, _)) = self
            .at(keys)
            .and_then(|node| node.bindings().into_iter().find(|(keys, _)| !keys.is_empty()))
        {
            return Err(Clash([keys, longer.as_slice()].concat()));
        }
        self.reach(keys).intent = Some(intent.to_owned());
        Ok(())
    }

    /// Takes a binding away; false where there was none.
    pub fn unbind(&mut self, keys: &[Key]) -> bool {
        let Some((first, rest)) = keys.split_first() else {
            return self.intent.take().is_some();
        };
        let Some(at) = self.next.iter().position(|(key, _)| key == first) else {
            return false;
        };
        let (_, node) = &mut self.next[at];
        let was_bound = node.unbind(rest);
        if node.intent.is_none() && node.next.is_empty() {
            self.next.remove(at);
        }
        was_bound
    }

    /// Every sequence below and its intent, in the order of binding.
    pub fn bindings(&self) -> Vec<(Vec<Key>, &str)> {
        let mut bindings: Vec<_> = self.intent().map(|intent| (Vec::new(), intent)).into_iter().collect();
        for (key, node) in &self.next {
            bindings.extend(
                node.bindings()
                    .into_iter()
                    .map(|(keys, intent)| ([&[*key], keys.as_slice()].concat(), intent)),
            );
        }
        bindings
    }

    /// Every sequence below that leads to this intent, in the order of binding.
    pub fn leading_to(&self, intent: &str) -> Vec<Vec<Key>> {
        let mut found = Vec::new();
        self.collect_leading_to(intent, &mut Vec::new(), &mut found);
        found
    }

    fn collect_leading_to(&self, intent: &str, keys: &mut Vec<Key>, found: &mut Vec<Vec<Key>>) {
        if self.intent() == Some(intent) {
            found.push(keys.clone());
        }
        for (key, node) in &self.next {
            keys.push(*key);
            node.collect_leading_to(intent, keys, found);
            keys.pop();
        }
    }

    fn reach(&mut self, keys: &[Key]) -> &mut Self {
        let Some((first, rest)) = keys.split_first() else {
            return self;
        };
        let at = self.next.iter().position(|(key, _)| key == first).unwrap_or_else(|| {
            self.next.push((*first, Self::default()));
            self.next.len() - 1
        });
        self.next[at].1.reach(rest)
    }
}
