// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/contact.h"

#include <algorithm>
#include <array>

#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

constexpr std::size_t kLeastDigits = 5;
constexpr std::string_view kBetweenDigits = " +-()./";

// The zeros of the digits that our keyboards and languages have.
constexpr std::array<char32_t, 3> kZeros = {U'0', 0x0660, 0x06F0};

bool is_digit(char32_t point) {
  return std::any_of(kZeros.begin(), kZeros.end(),
                     [point](char32_t zero) { return point >= zero && point < zero + 10; });
}

bool is_telephone(std::string_view text) {
  std::size_t digits = 0;
  bool others = false;
  each_code_point(text, [&](const CodePoint& each) {
    if (is_digit(each.value))
      ++digits;
    else if (each.value > 0x7F ||
             kBetweenDigits.find(static_cast<char>(each.value)) == std::string_view::npos)
      others = true;
  });
  return digits >= kLeastDigits && !others;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find_first_of(" \n,;") != std::string_view::npos)
    return false;
  const std::string_view host = text.substr(at + 1);
  const auto dot = host.rfind('.');
  return host.find('@') == std::string_view::npos && dot != std::string_view::npos && dot > 0 &&
         dot + 1 < host.size() && host.front() != '.' && host.find("..") == std::string_view::npos;
}

}  // namespace

bool is_address(std::string_view text) { return is_email(text) || is_telephone(text); }

}  // namespace tertulia
