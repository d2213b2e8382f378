// SPDX-License-Identifier: Apache-2.0
// Regular expressions of forms. Phones match them with Java, browsers with ECMAScript; PCRE2 is the engine
// nearest to both, and the only one of Debian's that is bounded: std::regex overflows the stack, and the
// automata of libxml2 know neither look-ahead nor \b and blow up with counted repeats. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

struct pcre2_real_code_8;  // of PCRE2

namespace tertulia::formats {

// Why the pattern cannot be used, with the cure; empty when it can.
[[nodiscard]] std::string wrong_in_pattern(std::string_view pattern);

// Patterns that have been used, compiled: at most 100.
class RegularExpressions {
 public:
  RegularExpressions();
  ~RegularExpressions();
  RegularExpressions(RegularExpressions&&) noexcept;
  RegularExpressions& operator=(RegularExpressions&&) noexcept;

  // Whether the pattern matches the whole text, as regex() of ODK does. Errors: a wrong pattern, a text that
  // is no UTF-8, a match that takes more than 100,000 steps.
  [[nodiscard]] Result<bool> matches(std::string_view text, std::string_view pattern);

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  using Code = std::unique_ptr<pcre2_real_code_8, Free>;
  std::map<std::string, Code, std::less<>> compiled_;
};

}  // namespace tertulia::formats
