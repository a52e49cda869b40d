//! The process's environment as a value, so that tests can fix it.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The variables of an environment.
#[derive(Clone, Debug, Default)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// The environment that this process was started with. Bytes that are no text are replaced.
    #[must_use]
    pub fn of_process() -> Self {
        let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
        let mut variables: BTreeMap<_, _> = std::env::vars_os()
            .map(|(name, value)| (text(name), text(value)))
            .collect();
        if let (false, Some(home)) = (variables.contains_key("HOME"), std::env::home_dir()) {
            variables.insert("HOME".to_owned(), home.to_string_lossy().into_owned());
        }
        Self(variables)
    }

    /// An environment of these variables only.
    #[must_use]
    pub fn of<'a>(variables: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(
            variables
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    /// A variable's value; an empty one counts as none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A variable's value as a folder; a relative one counts as none.
    #[must_use]
    pub fn folder(&self, name: &str) -> Option<PathBuf> {
        self.get(name).map(PathBuf::from).filter(|path| path.is_absolute())
    }
}
