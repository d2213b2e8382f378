// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/html.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstddef>
#include <memory>
#include <vector>

#include <libxml/HTMLparser.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::array<std::string_view, 45> kTags{
    "a",   "b",    "blockquote", "body",  "br",     "center", "code", "dd",     "div",
    "dl",  "dt",   "em",         "font",  "h1",     "h2",     "h3",   "h4",     "h5",
    "h6",  "head", "hr",         "html",  "i",      "img",    "li",   "meta",   "o:p",
    "ol",  "p",    "pre",        "s",     "script", "small",  "span", "strong", "style",
    "sub", "sup",  "table",      "tbody", "td",     "th",     "tr",   "u",      "ul"};

template <std::size_t count>
bool has(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
}

// `rest` begins behind a '<'.
bool begins_tag(std::string_view rest) {
  if (rest.starts_with("!--") || lower_ascii(rest.substr(0, 8)) == "!doctype") return true;
  if (rest.starts_with('/')) rest.remove_prefix(1);
  const auto end =
      static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_name_byte) - rest.begin());
  if (end == rest.size() || !has(kTags, lower_ascii(rest.substr(0, end)))) return false;
  constexpr std::string_view kBehindName = ">/ \t\r\n";
  return kBehindName.find(rest[end]) != std::string_view::npos && rest.find('>') != std::string_view::npos;
}

// `rest` begins behind a '&'.
bool begins_reference(std::string_view rest) {
  constexpr std::size_t kLongest = 10;  // "thetasym;"
  const std::size_t end = rest.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end == 0) return false;
  const std::string name(rest.substr(0, end));
  if (name[0] == '#')
    return name.size() > 1 && name.find_first_not_of("0123456789abcdefABCDEFxX", 1) == std::string::npos;
  return htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str())) != nullptr;
}

// With the line ends of the source where no tag makes lines: "<b>Outcomes</b>\nOne\nTwo".
bool makes_lines(std::string_view text) {
  const std::string lower = lower_ascii(text);
  constexpr std::array<std::string_view, 7> kLines{"<br", "<p", "<div", "<li", "<tr", "<h", "<pre"};
  return std::any_of(kLines.begin(), kLines.end(),
                     [&](std::string_view tag) { return lower.find(tag) != std::string::npos; });
}

// Lines of text, as they come.
class Lines {
 public:
  void add(std::string_view text, bool keeps_line_ends) {
    for (const char c : text) {
      if (c == '\n' && keeps_line_ends)
        begin_line();
      else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
        space_ = true;
      else
        put(c);
    }
  }
  void begin_line() {
    ++line_ends_;
    space_ = false;
  }
  // At least so many line ends stand before what comes next.
  void begin_block(int line_ends) {
    line_ends_ = std::max(line_ends_, line_ends);
    space_ = false;
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void put(char c) {
    constexpr int kMost = 2;
    if (line_ends_ > 0 && !text_.empty())
      text_.append(static_cast<std::size_t>(std::min(line_ends_, kMost)), '\n');
    if (line_ends_ == 0 && space_ && !text_.empty()) text_ += ' ';
    line_ends_ = 0;
    space_ = false;
    text_ += c;
  }

  std::string text_;
  int line_ends_ = 0;
  bool space_ = false;
};

std::string_view name_of(const xmlNode* node) {
  return node->name == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->name);
}

class Writer {
 public:
  explicit Writer(bool keeps_line_ends) : keeps_line_ends_(keeps_line_ends) {}

  // Without recursion: a hostile text nests deeply.
  std::string text_of(xmlNode* root) {
    for (xmlNode* node = root; node != nullptr;) {
      const bool goes_in = enter(node) && node->children != nullptr;
      if (goes_in) {
        node = node->children;
        continue;
      }
      leave(node);
      while (node->next == nullptr && node != root && node->parent != nullptr && node->parent != root) {
        node = node->parent;
        leave(node);
      }
      node = node == root ? nullptr : node->next;
    }
    return lines_.take();
  }

 private:
  static int line_ends_of(std::string_view name) {
    constexpr std::array<std::string_view, 9> kParagraphs{"p",  "h1", "h2",         "h3", "h4",
                                                          "h5", "h6", "blockquote", "pre"};
    constexpr std::array<std::string_view, 11> kBlocks{"div", "li", "ul", "ol", "tr",    "table",
                                                       "dl",  "dt", "dd", "hr", "center"};
    return has(kParagraphs, name) ? 2 : has(kBlocks, name) ? 1 : 0;
  }

  // False: what is in it is not read.
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      if (node->content != nullptr)
        lines_.add(plain_typography(reinterpret_cast<const char*>(node->content)),
                   keeps_line_ends_ || pre_ > 0);
      return false;
    }
    if (node->type != XML_ELEMENT_NODE) return false;
    const std::string_view name = name_of(node);
    constexpr std::array<std::string_view, 4> kUnread{"script", "style", "head", "title"};
    if (has(kUnread, name)) return false;
    if (name == "br") lines_.begin_line();
    if (name == "td" || name == "th") lines_.add(" ", false);
    if (const int line_ends = line_ends_of(name); line_ends > 0) lines_.begin_block(line_ends);
    if (name == "pre") ++pre_;
    if (name == "ul" || name == "ol") numbers_.push_back(name == "ol" ? 1 : 0);
    if (name == "li") add_point();
    if (name == "img") add_alternative(node);
    return true;
  }

  void leave(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return;
    const std::string_view name = name_of(node);
    if (const int line_ends = line_ends_of(name); line_ends > 0) lines_.begin_block(line_ends);
    if (name == "pre") --pre_;
    if ((name == "ul" || name == "ol") && !numbers_.empty()) numbers_.pop_back();
  }

  void add_point() {
    const bool is_numbered = !numbers_.empty() && numbers_.back() > 0;
    lines_.add(is_numbered ? std::to_string(numbers_.back()++) + ". " : "- ", false);
  }

  void add_alternative(const xmlNode* node) {
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      const bool is_alternative = attribute->children != nullptr && attribute->children->content != nullptr &&
                                  reinterpret_cast<const char*>(attribute->name) == std::string_view("alt");
      if (is_alternative) lines_.add(reinterpret_cast<const char*>(attribute->children->content), false);
    }
  }

  Lines lines_;
  bool keeps_line_ends_;
  int pre_ = 0;
  std::vector<int> numbers_;  // of the lists around: the next number, 0 in a list of points
};

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

// Of what is nested deeper than the parser follows. Nobody means that, but its words still count.
std::string without_tags(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size(); ++at) {
    const bool is_tag = html[at] == '<' && begins_tag(html.substr(at + 1));
    if (is_tag)
      at = std::min(html.find('>', at), html.size());  // a comment may have no end
    else
      text += html[at];
  }
  return text;
}

std::string parsed(const std::string& html, bool keeps_line_ends) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  if (html.size() > static_cast<std::size_t>(INT_MAX)) return html;
  xmlResetLastError();
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
  const xmlError* error = xmlGetLastError();
  if (error != nullptr && error->code == XML_ERR_INTERNAL_ERROR) return without_tags(html);
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  return root == nullptr ? std::string() : Writer(keeps_line_ends).text_of(root);
}

// A '<' that begins no tag stays a text for the parser.
std::string with_bare_brackets(std::string_view text, bool has_tags) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool may_begin_tag = has_tags && (is_name_byte(next) || next == '/' || next == '!');
    if (text[at] == '<' && !may_begin_tag)
      escaped += "&lt;";
    else
      escaped += text[at];
  }
  return escaped;
}

}  // namespace

bool has_html_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (begins_tag(text.substr(at + 1))) return true;
  return false;
}

bool has_html(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
    if (begins_reference(text.substr(at + 1))) return true;
  return has_html_tag(text);
}

std::string plain_text_of(std::string_view text) {
  if (!has_html(text)) return std::string(text);
  const bool has_tags = has_html_tag(text);
  std::string plain = parsed(with_bare_brackets(text, has_tags), !has_tags || !makes_lines(text));
  // HTML that somebody has escaped as a whole: the tags show only now.
  if (!has_tags && has_html_tag(plain)) plain = parsed(with_bare_brackets(plain, true), !makes_lines(plain));
  return plain;
}

}  // namespace tertulia::formats
