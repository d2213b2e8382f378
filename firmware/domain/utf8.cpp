// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace tertulia {
namespace {

constexpr std::size_t kLongest = 4;

// Of the sequence at the start; 0 when it is not UTF-8.
std::size_t decode(std::string_view text, utf8proc_int32_t& value) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(std::min(text.size(), kLongest));
  return static_cast<std::size_t>(std::max<utf8proc_ssize_t>(0, utf8proc_iterate(bytes, size, &value)));
}

// How many bytes of a broken sequence some continuation would have made right; at least 1.
std::size_t broken_length(std::string_view text) {
  utf8proc_int32_t ignored = 0;
  for (std::size_t length = std::min(text.size(), kLongest - 1); length > 1; --length) {
    std::string whole(text.substr(0, length));
    while (whole.size() < kLongest) {
      whole += '\x80';
      if (decode(whole, ignored) == whole.size()) return length;
    }
  }
  return 1;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  utf8proc_int32_t value = 0;
  if (const std::size_t bytes = decode(text, value); bytes > 0)
    return {static_cast<char32_t>(value), bytes, true};
  return {kReplacement, broken_length(text), false};
}

bool is_utf8(std::string_view text) {
  bool is_valid = true;
  each_code_point(text, [&](const CodePoint& next) { is_valid = is_valid && next.is_valid; });
  return is_valid;
}

std::string composed(std::string_view text) {
  utf8proc_uint8_t* whole = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &whole,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(whole, &std::free);
  return {whole, whole + size};
}

void append_code_point(std::string& text, char32_t code_point) {
  std::array<utf8proc_uint8_t, kLongest> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  text.append(bytes.begin(), bytes.begin() + size);
}

}  // namespace tertulia
