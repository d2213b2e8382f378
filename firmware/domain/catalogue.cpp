// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/catalogue.h"

#include <iterator>
#include <optional>

#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

constexpr char32_t kFirstIsolate = 0x2066, kFirstStrongIsolate = 0x2068, kPopIsolate = 0x2069;

// Paragraph separators of UAX #9, and what our layout takes for one.
bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

std::size_t english_plural(std::uint64_t count) { return count == 1 ? 0 : 1; }

const std::string* find_value(const Values& values, std::string_view name) {
  for (const auto& [key, value] : values)
    if (key == name) return &value;
  return nullptr;
}

}  // namespace

Catalogue::Catalogue(Language language, std::map<std::string, std::vector<std::string>> texts,
                     PluralRule rule)
    : language_(std::move(language)),
      texts_(std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end())),
      rule_(rule) {}

std::string Catalogue::text(std::string_view id) const {
  const auto found = texts_.find(id);
  if (found == texts_.end() || found->second.empty() || found->second.front().empty()) return std::string(id);
  return found->second.front();
}

std::string Catalogue::in_context(std::string_view context, std::string_view id) const {
  const std::string key = std::string(context) + '\4' + std::string(id);
  return texts_.contains(key) ? text(key) : std::string(id);
}

std::string Catalogue::plural(std::string_view id, std::string_view id_plural, std::uint64_t count) const {
  if (const auto found = texts_.find(id); found != texts_.end()) {
    const std::size_t form = rule_ ? rule_(count) : english_plural(count);
    if (form < found->second.size() && !found->second[form].empty()) return found->second[form];
  }
  return std::string(english_plural(count) == 0 ? id : id_plural);
}

void Catalogues::add(Catalogue catalogue) {
  Language language = catalogue.language();
  by_language_.insert_or_assign(std::move(language), std::move(catalogue));
}

const Catalogue& Catalogues::of(std::string_view language) const {
  for (const std::string_view wanted : {language, std::string_view("en")})
    if (const auto found = by_language_.find(wanted); found != by_language_.end()) return found->second;
  return english_;
}

std::string isolated(std::string_view text) {
  std::string result;
  append_code_point(result, kFirstStrongIsolate);
  std::size_t at = 0;
  std::size_t open = 1;
  each_code_point(text, [&](const CodePoint& next) {
    const std::string_view bytes = text.substr(at, next.bytes);
    at += next.bytes;
    if (next.value == kPopIsolate && open == 1) return;
    if (next.value == kPopIsolate) --open;
    if (next.value >= kFirstIsolate && next.value <= kFirstStrongIsolate) ++open;
    result += is_line_end(next.value) ? " " : bytes;
  });
  for (; open > 0; --open) append_code_point(result, kPopIsolate);
  return result;
}

std::string fill(std::string_view pattern, const Values& values) {
  std::string filled;
  while (true) {
    const std::size_t open = pattern.find('{');
    filled.append(pattern.substr(0, open));
    if (open == std::string_view::npos) return filled;
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find('}');
    const std::string* value =
        close == std::string_view::npos ? nullptr : find_value(values, pattern.substr(1, close - 1));
    if (value != nullptr) filled.append(isolated(*value));
    const std::size_t used = value != nullptr ? close + 1 : 1;
    if (value == nullptr) filled.push_back('{');
    pattern.remove_prefix(used);
  }
}

}  // namespace tertulia
