//! What the console can be told to look and feel like: the themes and keymaps that ship, and a person's own files.

/// A choice among a few, each with the name that files write.
macro_rules! choices {
    ($(#[$doc:meta])* $choice:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $choice { $($(#[$variant_doc])* $variant),* }

        impl $choice {
            /// Every one of them, the default first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name that settings write.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// Every name with what it means.
            #[must_use]
            pub fn named() -> Vec<(&'static str, Self)> {
                Self::ALL.iter().map(|choice| (choice.name(), *choice)).collect()
            }
        }
    };
}

choices! {
    /// A theme that ships with Tandem.
    ShippedTheme {
        /// The terminal's own 16 colours on its own background.
        #[default]
        Plain = "plain",
        /// For a dark background.
        Dark = "dark",
        /// For a light background.
        Light = "light",
        /// Nothing dim.
        HighContrast = "high-contrast",
        /// No colour at all.
        Mono = "mono",
    }
}

choices! {
    /// A keymap that ships with Tandem.
    Preset {
        /// The keys of the manual.
        #[default]
        Default = "default",
        /// The default's, with what fingers know from vim.
        Vim = "vim",
        /// The default's letters, with emacs' keys for moving, typing, answering and leaving.
        Emacs = "emacs",
    }
}

/// A file of the person's own, as it was when the settings were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// The file as the person knows it.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// The theme that the settings name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// One that ships.
    Shipped(ShippedTheme),
    /// A file that changes some roles.
    Own(OwnFile),
}
