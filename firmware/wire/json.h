// SPDX-License-Identifier: Apache-2.0
// Reads JSON from outside within bounds. For the sources of this folder only. A Reader remembers the first
// error. So a decoder takes all members first and asks for the outcome once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "firmware/domain/limits.h"
#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::wire {

using Json = nlohmann::json;

inline constexpr std::size_t kMostDepth = 8;     // an envelope with answers has 4
inline constexpr std::size_t kMostItems = 256;   // of any list or object but those of answers
inline constexpr std::size_t kMostText = 32768;  // bytes of one text
// Counters that others compare: an integer that every JSON reader holds exactly (RFC 8259, section 6).
inline constexpr std::uint64_t kMostCount = 9'007'199'254'740'991;
inline constexpr Milliseconds kLongest = Milliseconds(1000LL * 86400000);  // a thousand days
// No machine runs for longer. So that no sum of such times leaves the range of its type.
inline constexpr BootTime kLongestBoot = std::chrono::hours(24 * 365 * 10);

// An object, or why not: too long, too deep, ill-formed JSON or UTF-8, not an object. `what` names the
// message.
[[nodiscard]] Result<Json> parse_object(std::string_view text, std::string_view what);
// Compact, members in alphabetical order: equal values give equal text. Ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string print(const Json& json);

// The text of a member, as it stands in an object that print() made; empty when there is none. It parses
// nothing and copies nothing. Do not use it for JSON that other programs wrote.
[[nodiscard]] std::string_view member_text(std::string_view object, std::string_view member);

// A length of time as it is written: what is longer than a Reader takes becomes the longest that it takes,
// and a time on a boot clock likewise. So sums that grow without bound never make a message that nobody can
// read.
[[nodiscard]] std::int64_t bounded(Milliseconds time, Milliseconds least = -kLongest);
[[nodiscard]] std::int64_t bounded(BootTime time);

// Without control characters and not longer than `most` bytes.
[[nodiscard]] bool is_name(std::string_view text, std::size_t most = kLongestName);

class Reader {
 public:
  // Both must outlive the reader.
  Reader(const Json& object, std::string_view what) : object_(object), what_(what) {}

  // Every member is required unless its function says otherwise; after an error they return empty values.
  [[nodiscard]] std::string name(const char* member);           // see is_name; may be empty
  [[nodiscard]] std::string optional_name(const char* member);  // absent: empty
  // May hold line breaks, and no other control characters; of at most `most` bytes.
  [[nodiscard]] std::string text(const char* member, std::size_t most);
  [[nodiscard]] std::string optional_text(const char* member, std::size_t most);  // absent: empty
  [[nodiscard]] std::vector<std::string> names(const char* member);
  [[nodiscard]] std::vector<std::string> optional_names(const char* member);  // absent: none
  [[nodiscard]] std::int64_t whole(const char* member, std::int64_t least, std::int64_t most);
  // A length of time, of a thousand days at most; below zero too unless `least` says otherwise.
  [[nodiscard]] Milliseconds milliseconds(const char* member, Milliseconds least = -kLongest);
  [[nodiscard]] std::optional<Milliseconds> optional_milliseconds(const char* member,
                                                                  Milliseconds least = -kLongest);
  [[nodiscard]] WallTime time(const char* member);  // RFC 3339
  [[nodiscard]] std::optional<WallTime> optional_time(const char* member);
  [[nodiscard]] BootTime boot_time(const char* member);  // nanoseconds, not below zero
  [[nodiscard]] std::uint64_t count(const char* member, std::uint64_t most = kMostCount);
  [[nodiscard]] std::uint64_t optional_count(const char* member);  // absent: 0
  [[nodiscard]] double number(const char* member, double least, double most);
  [[nodiscard]] std::optional<double> optional_number(const char* member, double least, double most);
  [[nodiscard]] bool flag(const char* member);
  [[nodiscard]] bool optional_flag(const char* member);  // absent: false
  // A word of a list, by the domain's own function `Result<E> from(std::string_view)`.
  template <class E>
  [[nodiscard]] E word(const char* member, Result<E> (*from)(std::string_view)) {
    const auto value = from(name(member));
    if (value.ok()) return value.value();
    add_error(member, value.error().message);
    return {};
  }
  // A member that is itself a list or an object; null after an error.
  [[nodiscard]] const Json* list(const char* member);
  [[nodiscard]] const Json* object(const char* member, std::size_t most = kMostItems);
  [[nodiscard]] const Json* optional_list(const char* member);  // absent: null, without a complaint
  [[nodiscard]] const Json* optional_object(const char* member, std::size_t most = kMostItems);

  void add_error(std::string_view member, std::string_view expected);
  [[nodiscard]] Outcome outcome() const;

 private:
  [[nodiscard]] const Json* find(const char* member) const;

  const Json& object_;
  std::string_view what_;
  std::string error_;
};

}  // namespace tertulia::wire
