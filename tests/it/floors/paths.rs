//! The paths that a source file names, resolved from the crate's root.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::iter::Peekable;

/// A module by its path from the crate's root.
pub type Module = Vec<String>;

/// A path that a file names.
#[derive(Debug)]
pub struct Import {
    pub line: usize,
    /// From the crate's root; empty or `*` for the crate as a whole.
    pub path: Module,
}

/// What a source file imports.
#[derive(Debug)]
pub struct Source {
    /// Below `src/`.
    pub name: String,
    pub module: Module,
    pub imports: Vec<Import>,
    /// Modules that exist for tests only.
    pub test_modules: Vec<Module>,
}

impl Source {
    /// Reads the file of this name below `src/`.
    pub fn read(name: &str, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("src/{name}: {error}"));
        let module = module_of(name);
        let mut source = Self {
            name: name.to_owned(),
            module: module.clone(),
            imports: Vec::new(),
            test_modules: Vec::new(),
        };
        source.scan(tokens, &module);
        source
    }

    fn scan(&mut self, tokens: TokenStream, module: &Module) {
        let mut tokens = tokens.into_iter().peekable();
        let mut before = String::new();
        while let Some(token) = tokens.next() {
            let word = token.to_string();
            match token {
                TokenTree::Punct(_) if word == "#" && is_for_tests(tokens.peek()) => {
                    tokens.next();
                    self.skip_item(&mut tokens, module);
                }
                TokenTree::Group(group) => self.scan(group.stream(), module),
                TokenTree::Ident(name) if before == "mod" => match tokens.peek() {
                    Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace => {
                        let body = body.stream();
                        tokens.next();
                        self.scan(body, &joined(module, &name.to_string()));
                    }
                    _ => {}
                },
                TokenTree::Ident(name) if matches!(word.as_str(), "crate" | "self" | "super") => {
                    let line = name.span().start().line;
                    if is_path(&mut tokens) {
                        self.tree(&mut tokens, module, vec![word.clone()], line);
                    } else if word == "crate" && matches!(before.as_str(), "use" | "extern") {
                        self.add(module, &["crate".to_owned()], line);
                    }
                }
                _ => {}
            }
            before = word;
        }
    }

    /// What follows a `::`: a name and more, a `*`, or a group of trees.
    fn tree(&mut self, tokens: &mut Tokens, module: &Module, mut path: Module, mut line: usize) {
        loop {
            match tokens.peek() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let group = group.clone();
                    tokens.next();
                    return self.trees(&group, module, &path);
                }
                Some(token @ (TokenTree::Ident(_) | TokenTree::Punct(_))) => {
                    let word = token.to_string();
                    if matches!(token, TokenTree::Punct(_)) && word != "*" {
                        break;
                    }
                    line = token.span().start().line;
                    tokens.next();
                    path.push(word);
                }
                _ => break,
            }
            if !is_path(tokens) {
                break;
            }
        }
        self.add(module, &path, line);
    }

    fn trees(&mut self, group: &Group, module: &Module, path: &Module) {
        let mut tokens = group.stream().into_iter().peekable();
        while let Some(token) = tokens.peek() {
            let line = token.span().start().line;
            self.tree(&mut tokens, module, path.clone(), line);
            // What is left of `as name`, and the comma.
            while tokens.next().is_some_and(|token| token.to_string() != ",") {}
        }
    }

    fn add(&mut self, module: &Module, path: &[String], line: usize) {
        let mut resolved = module.clone();
        for segment in path {
            match segment.as_str() {
                "crate" => resolved.clear(),
                "self" => {}
                "super" => drop(resolved.pop()),
                _ => resolved.push(segment.clone()),
            }
        }
        self.imports.push(Import { line, path: resolved });
    }

    /// Passes over an item that exists for tests only.
    fn skip_item(&mut self, tokens: &mut Tokens, module: &Module) {
        let mut before = String::new();
        for token in tokens.by_ref() {
            let word = token.to_string();
            match &token {
                TokenTree::Ident(_) if before == "mod" => self.test_modules.push(joined(module, &word)),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
                TokenTree::Punct(_) if word == ";" => return,
                _ => {}
            }
            before = word;
        }
    }
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

/// Takes a `::`, if one is next.
fn is_path(tokens: &mut Tokens) -> bool {
    let mut ahead = tokens.clone();
    let colons = [ahead.next(), ahead.next()];
    let is_colon = |token: &Option<TokenTree>| token.as_ref().is_some_and(|token| token.to_string() == ":");
    if colons.iter().all(is_colon) {
        tokens.next();
        tokens.next();
        true
    } else {
        false
    }
}

/// Whether this is the bracket of `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_for_tests(token: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(group)) = token else {
        return false;
    };
    let text = group.stream().to_string().replace(' ', "");
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}

fn joined(module: &Module, name: &str) -> Module {
    let mut joined = module.clone();
    joined.push(name.to_owned());
    joined
}

/// `domain/ticket.rs` is `domain::ticket`, `domain/mod.rs` is `domain`, `lib.rs` the root.
fn module_of(name: &str) -> Module {
    let mut module: Module = name
        .trim_end_matches(".rs")
        .split(['/', '\\'])
        .map(str::to_owned)
        .collect();
    if module.last().is_some_and(|last| last == "mod") || matches!(name, "lib.rs" | "main.rs") {
        module.pop();
    }
    module
}
