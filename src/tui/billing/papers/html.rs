//! An invoice as one page of HTML without anything from elsewhere, laid out for printing on A4: any browser makes a PDF
//! of it. Every foreign text is escaped.

use super::text::{facts, multiplied, what};
use crate::base::cells;
use crate::records::administration::billing::{Invoice, InvoiceSection};
use crate::sentences::Sentences;
use std::fmt::Write as _;

/// How it looks.
const STYLE: &str = include_str!("../../../../assets/paper/invoice.css");

/// An invoice as HTML.
pub(super) fn of(sentences: &Sentences, invoice: &Invoice) -> String {
    let head = &invoice.summary;
    let title = format!("{} {}", escaped(&sentences.text("invoice")), escaped(&head.number));
    let facts: String = facts(sentences, invoice)
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(&name), escaped(&value)))
        .collect();
    let sections: String = invoice
        .sections
        .iter()
        .map(|section| section_of(sentences, section))
        .collect();
    let total = format!("{} {}", sentences.amount(head.total), escaped(&head.currency));
    let language = sentences.language().tag();
    let total_name = escaped(&sentences.text("invoice-total"));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<dl>\n{facts}</dl>\n{sections}\
         <p class=\"total\">{total_name} <strong>{total}</strong></p>\n</body>\n</html>\n"
    )
}

fn section_of(sentences: &Sentences, section: &InvoiceSection) -> String {
    let mut rows = String::new();
    for line in &section.lines {
        let cells = [line.on.to_string(), what(sentences, line), multiplied(sentences, line)];
        rows.push_str("<tr>");
        for cell in cells {
            // Writing into a text can't fail.
            let _ = write!(rows, "<td>{}</td>", escaped(&cell));
        }
        let _ = writeln!(rows, "<td class=\"amount\">{}</td></tr>", sentences.amount(line.amount));
    }
    let described = section.description.as_deref().map(escaped);
    let described = described.map(|text| format!("<p>{text}</p>\n")).unwrap_or_default();
    format!(
        "<section>\n<h2>{} · {}</h2>\n{described}<p>{} – {}</p>\n<table>\n{rows}<tr class=\"sum\"><td colspan=\"3\">{}</td>\
         <td class=\"amount\">{}</td></tr>\n</table>\n</section>\n",
        escaped(&section.contract_name),
        escaped(&section.service_name),
        section.period.first,
        section.period.last,
        escaped(&sentences.text("invoice-sum")),
        sentences.amount(section.total)
    )
}

/// A text that is neither a tag nor an attribute's end.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in cells::sanitise(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_text_is_no_tag() {
        assert_eq!(
            escaped("<script>\"x\" & 'y'\u{1b}</script>"),
            "&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;␛&lt;/script&gt;"
        );
    }
}
