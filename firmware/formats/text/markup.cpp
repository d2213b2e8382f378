// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/markup.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "firmware/domain/emphasis.h"
#include "firmware/domain/utf8.h"
#include "firmware/formats/text/html.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostHashes = 6;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;  // of any other script
}
bool is_sign(char c) { return c == '*' || c == '_'; }

// One or two equal signs that may begin or end an emphasis.
struct Mark {
  std::size_t at = 0;  // in the text
  std::size_t length = 0;
  char sign = 0;
  bool can_open = false;
  bool can_close = false;
};

class Line {
 public:
  Line(std::string_view text, BoldWords bold) : text_(text), bold_(bold), is_dropped_(text.size(), false) {}

  std::string plain() {
    drop_heading();
    find_marks();
    drop_pairs();
    drop_links();
    std::string plain;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (const auto mark = bold_marks_.find(i); mark != bold_marks_.end())
        append_code_point(plain, mark->second);
      if (!is_dropped_[i]) plain += text_[i];
    }
    return plain;
  }

 private:
  void drop(std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count; ++i) is_dropped_[i] = true;
  }

  void drop_heading() {
    const std::size_t hashes = std::min(text_.find_first_not_of('#'), text_.size());
    if (hashes == 0 || hashes > kMostHashes || hashes == text_.size()) return;
    drop(0, std::min(text_.find_first_not_of(" \t", hashes), text_.size()));
  }

  void find_marks() {
    for (std::size_t i = 0; i < text_.size();) {
      const bool is_escape = text_[i] == '\\' && i + 1 < text_.size() &&
                             (is_sign(text_[i + 1]) || text_[i + 1] == '#' || text_[i + 1] == '\\');
      if (is_escape) {
        drop(i, 1);
        i += 2;
        continue;
      }
      const std::size_t name_end =
          text_.substr(i).starts_with("${") ? text_.find('}', i) : std::string_view::npos;
      if (name_end != std::string_view::npos) {  // of another question
        i = name_end + 1;
        continue;
      }
      if (!is_sign(text_[i])) {
        ++i;
        continue;
      }
      const std::size_t run = std::min(text_.find_first_not_of(text_[i], i), text_.size()) - i;
      if (run <= 2) add_mark(i, run);
      i += run;
    }
  }

  void add_mark(std::size_t at, std::size_t length) {
    const char before = at == 0 ? ' ' : text_[at - 1];
    const char after = at + length >= text_.size() ? ' ' : text_[at + length];
    const bool is_in_word = is_letter_or_digit(before) && is_letter_or_digit(after);
    const bool may_split = text_[at] == '*' && length == 2;  // Ka**b**ul
    if (is_in_word && !may_split) return;
    marks_.push_back({at, length, text_[at], !is_blank(after), !is_blank(before)});
  }

  // Each mark that closes takes the last one that opened like it; what lies between them lost its chance.
  void drop_pairs() {
    std::vector<Mark> open;
    for (const Mark& mark : marks_) {
      const auto partner = mark.can_close
                               ? std::find_if(open.rbegin(), open.rend(),
                                              [&](const Mark& each) {
                                                return each.sign == mark.sign && each.length == mark.length &&
                                                       each.at + each.length < mark.at;
                                              })
                               : open.rend();
      if (partner != open.rend()) {
        drop(partner->at, partner->length);
        drop(mark.at, mark.length);
        if (mark.length == 2 && bold_ == BoldWords::kMarked) {
          bold_marks_[partner->at] = kBoldBegins;
          bold_marks_[mark.at] = kBoldEnds;
        }
        open.erase(std::prev(partner.base()), open.end());
      } else if (mark.can_open) {
        open.push_back(mark);
      }
    }
  }

  // "[our page](https://...)" as "our page".
  void drop_links() {
    std::size_t opening = std::string_view::npos;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '[') opening = i;
      const bool is_link = text_[i] == ']' && opening != std::string_view::npos && i > opening + 1 &&
                           i + 1 < text_.size() && text_[i + 1] == '(';
      if (!is_link) continue;
      const std::size_t end = text_.find(')', i + 1);
      if (end == std::string_view::npos) return;
      drop(opening, 1);
      drop(i, end - i + 1);
      opening = std::string_view::npos;
      i = end;
    }
  }

  std::string_view text_;
  BoldWords bold_;
  std::vector<bool> is_dropped_;
  std::map<std::size_t, char32_t> bold_marks_;  // where they go
  std::vector<Mark> marks_;
};

// The mark that a tag stands for: "<b>", "</strong>". None: it is another one.
std::optional<char32_t> mark_of_tag(std::string_view tag) {
  tag.remove_prefix(1);
  const bool is_end = tag.starts_with('/');
  if (is_end) tag.remove_prefix(1);
  const std::string name = lower_ascii(tag.substr(0, std::min(tag.find_first_of(" \t\n>"), tag.size())));
  if (name != "b" && name != "strong") return std::nullopt;
  return is_end ? kBoldEnds : kBoldBegins;
}

// The tags stay: they say that the text is HTML.
std::string with_marks_beside_tags(std::string_view text) {
  std::string marked;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('<'), text.size());
    marked += text.substr(0, begin);
    text.remove_prefix(begin);
    const std::size_t end = text.find('>');
    if (end == std::string_view::npos) return marked += text;
    const auto mark = mark_of_tag(text.substr(0, end + 1));
    const std::size_t length = mark ? end + 1 : 1;
    if (mark) append_code_point(marked, *mark);
    marked += text.substr(0, length);
    text.remove_prefix(length);
  }
  return marked;
}

}  // namespace

std::string without_markup(std::string_view text, BoldWords bold) {
  const std::string plain =
      bold == BoldWords::kMarked ? plain_text_of(with_marks_beside_tags(text)) : plain_text_of(text);
  std::string result;
  std::size_t from = 0;
  while (true) {
    const std::size_t end = plain.find('\n', from);
    result +=
        Line(std::string_view(plain).substr(from, end == std::string::npos ? end : end - from), bold).plain();
    if (end == std::string::npos) return result;
    result += '\n';
    from = end + 1;
  }
}

}  // namespace tertulia::formats
