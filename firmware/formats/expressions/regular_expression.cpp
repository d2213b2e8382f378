// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/regular_expression.h"

#include <algorithm>
#include <array>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLongestPattern = 4000;  // bytes
constexpr std::size_t kMostCompiled = 100;
constexpr std::uint32_t kMostSteps = 100'000;
constexpr std::uint32_t kDeepest = 10'000;
constexpr std::uint32_t kMostMemory = 8192;  // KiB

PCRE2_SPTR bytes_of(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

// Null, and why.
pcre2_code* compiled(std::string_view pattern, std::string& fault) {
  if (pattern.size() > kLongestPattern) {
    fault = "This regular expression has more than 4000 bytes: make it shorter.";
    return nullptr;
  }
  constexpr std::uint32_t kOptions = PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C;
  int error = 0;
  PCRE2_SIZE at = 0;
  pcre2_code* code = pcre2_compile(bytes_of(pattern), pattern.size(), kOptions, &error, &at, nullptr);
  if (code != nullptr) return code;
  std::array<PCRE2_UCHAR, 256> message{};
  pcre2_get_error_message(error, message.data(), message.size());
  fault = "The regular expression " + in_quotes(pattern) + " is wrong at its character " +
          std::to_string(std::min(at + 1, pattern.size())) + ": " +
          reinterpret_cast<const char*>(message.data()) + ".";
  return nullptr;
}

struct MatchOf {
  explicit MatchOf(const pcre2_code* code)
      : data(pcre2_match_data_create_from_pattern(code, nullptr)),
        context(pcre2_match_context_create(nullptr)) {
    pcre2_set_match_limit(context, kMostSteps);
    pcre2_set_depth_limit(context, kDeepest);
    pcre2_set_heap_limit(context, kMostMemory);
  }
  ~MatchOf() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
  }
  MatchOf(const MatchOf&) = delete;
  MatchOf& operator=(const MatchOf&) = delete;
  pcre2_match_data* data;
  pcre2_match_context* context;
};

}  // namespace

std::string wrong_in_pattern(std::string_view pattern) {
  std::string fault;
  pcre2_code_free(compiled(pattern, fault));
  return fault;
}

void RegularExpressions::Free::operator()(pcre2_real_code_8* code) const { pcre2_code_free(code); }
RegularExpressions::RegularExpressions() = default;
RegularExpressions::~RegularExpressions() = default;
RegularExpressions::RegularExpressions(RegularExpressions&&) noexcept = default;
RegularExpressions& RegularExpressions::operator=(RegularExpressions&&) noexcept = default;

Result<bool> RegularExpressions::matches(std::string_view text, std::string_view pattern) {
  auto found = compiled_.find(pattern);
  if (found == compiled_.end()) {
    std::string fault;
    Code code(compiled(pattern, fault));
    if (!code) return Error{fault};
    if (compiled_.size() >= kMostCompiled) compiled_.clear();
    found = compiled_.emplace(std::string(pattern), std::move(code)).first;
  }
  const MatchOf match(found->second.get());
  const int result =
      pcre2_match(found->second.get(), bytes_of(text), text.size(), 0, 0, match.data, match.context);
  if (result >= 0) return true;
  if (result == PCRE2_ERROR_NOMATCH) return false;
  return Error{"The regular expression " + in_quotes(pattern) +
               " takes too long: write it without repeats in repeats."};
}

}  // namespace tertulia::formats
