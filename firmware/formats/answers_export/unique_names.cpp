// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/unique_names.h"

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

std::string first_characters(std::string_view text, std::size_t most) {
  std::string start;
  std::size_t units = 0;
  each_code_point(text, [&](const CodePoint& next) {
    units += next.value > 0xFFFF ? 2 : 1;
    if (units <= most) append_code_point(start, next.value);
  });
  return start;
}

std::string file_name_like(std::string_view name) {
  std::string like;
  for (const char c : name) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    like += is_plain ? c : '-';
  }
  return like.empty() ? "form" : like;
}

std::string UniqueNames::take(std::string_view name, std::size_t longest) {
  std::string unique = first_characters(name, longest);
  for (int number = 2; !taken_.insert(lower_ascii(unique)).second; ++number) {
    const std::string suffix = "-" + std::to_string(number);
    unique = first_characters(name, longest - suffix.size()) + suffix;
  }
  return unique;
}

}  // namespace tertulia::formats
