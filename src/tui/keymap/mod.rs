//! Which key asks for which intent: read from `assets/keymap/default.toml`, the preset that the settings name, and the
//! person's own file over both.
//!
//! A file has a section per [`Context`] and lines of `"keys" = "intent"`; `"none"` unbinds. What can't be used is named
//! with its place, and the rest holds. Footer, help and dialogs ask here which key to show, so that the key shown is
//! always the one that works.

mod context;
mod cut_escape;
mod key;
mod read;
mod trie;

pub use context::Context;
pub use cut_escape::CutEscape;
pub use key::{Key, NotAKey};

use crate::config::{Mistake, OwnFile, Preset};
use trie::Node;

/// The keymap that every preset is laid over, as its file stands.
pub const DEFAULT: &str = include_str!("../../../assets/keymap/default.toml");

/// What a preset lays over it, as its file stands; the default nothing.
#[must_use]
pub fn source(preset: Preset) -> &'static str {
    match preset {
        Preset::Default => "",
        Preset::Vim => include_str!("../../../assets/keymap/vim.toml"),
        Preset::Emacs => include_str!("../../../assets/keymap/emacs.toml"),
    }
}

/// Every binding.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// One tree per context, in the order of [`Context::ALL`].
    trees: Vec<Node>,
}

/// What keys lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// They ask for this intent.
    Intent(&'a str),
    /// They begin a sequence; these may come next.
    Pending(Vec<Next<'a>>),
    /// Nothing is bound to them.
    Nothing,
}

/// A key that may come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next<'a> {
    /// The key.
    pub key: Key,
    /// What it asks for; none where further keys follow.
    pub intent: Option<&'a str>,
}

/// One binding, for help and the generated reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding<'a> {
    /// Where it holds.
    pub context: Context,
    /// The keys as one types them.
    pub keys: String,
    /// What they ask for.
    pub intent: &'a str,
}

impl Keymap {
    /// The default keymap. `intents` are the names that there are.
    #[must_use]
    pub fn shipped(intents: &[&str]) -> (Self, Vec<Mistake>) {
        let bare = Self {
            trees: vec![Node::default(); Context::ALL.len()],
        };
        bare.overlaid("default.toml", DEFAULT, intents)
    }

    /// A keymap that ships, by its name.
    #[must_use]
    pub fn preset(preset: Preset, intents: &[&str]) -> (Self, Vec<Mistake>) {
        let (keymap, mut mistakes) = Self::shipped(intents);
        let file = format!("{}.toml", preset.name());
        let (keymap, more) = keymap.overlaid(&file, source(preset), intents);
        mistakes.extend(more);
        (keymap, mistakes)
    }

    /// The preset with a person's own file laid over it, and what of that file could not be used.
    #[must_use]
    pub fn chosen(preset: Preset, own: Option<&OwnFile>, intents: &[&str]) -> (Self, Vec<Mistake>) {
        // A test reads the files that ship.
        let (keymap, _) = Self::preset(preset, intents);
        match own {
            Some(OwnFile { name, text }) => keymap.overlaid(name, text, intents),
            None => (keymap, Vec::new()),
        }
    }

    /// This keymap with a person's file laid over it: bindings are added, replaced, or unbound with `"none"`.
    #[must_use]
    pub fn overlaid(mut self, file: &str, source: &str, intents: &[&str]) -> (Self, Vec<Mistake>) {
        let mistakes = read::overlay(&mut self, file, source, intents);
        (self, mistakes)
    }

    /// What these keys lead to. The innermost context that knows them decides; of a sequence just begun, the keys of
    /// the outer contexts may come next too.
    #[must_use]
    pub fn find(&self, innermost_first: &[Context], keys: &[Key]) -> Found<'_> {
        let mut next: Vec<Next<'_>> = Vec::new();
        for node in innermost_first
            .iter()
            .filter_map(|context| self.tree(*context).at(keys))
        {
            if let Some(intent) = node.intent() {
                if next.is_empty() {
                    return Found::Intent(intent);
                }
                continue;
            }
            for (key, child) in node.next() {
                if next.iter().all(|known| known.key != *key) {
                    next.push(Next {
                        key: *key,
                        intent: child.intent(),
                    });
                }
            }
        }
        if next.is_empty() || keys.is_empty() {
            Found::Nothing
        } else {
            Found::Pending(next)
        }
    }

    /// The keys to show for an intent where these contexts hold: the first that really lead to it.
    #[must_use]
    pub fn keys_for(&self, intent: &str, innermost_first: &[Context]) -> Option<String> {
        innermost_first.iter().find_map(|context| {
            let mut leading = self.tree(*context).leading_to(intent).into_iter();
            let keys = leading.find(|keys| self.find(innermost_first, keys) == Found::Intent(intent))?;
            Some(Key::print(&keys))
        })
    }

    /// Every binding of a context, in the order of the file.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = Binding<'_>> {
        let bindings = self.tree(context).bindings().into_iter();
        bindings.map(move |(keys, intent)| Binding {
            context,
            keys: Key::print(&keys),
            intent,
        })
    }

    fn tree(&self, context: Context) -> &Node {
        &self.trees[context as usize]
    }

    fn tree_mut(&mut self, context: Context) -> &mut Node {
        &mut self.trees[context as usize]
    }
}

#[cfg(test)]
mod tests;
