// SPDX-License-Identifier: Apache-2.0
// What the parsers of foreign files found: what they read, guessed and skipped, what is wrong, and where it
// stands. A value. A finding of severity `wrong` has to be cured before the visit: `tertulia check` fails. At
// most kMost findings that are wrong, and as many others, are stored: a hostile file cannot fill the memory.
// The rest is counted.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia::formats {

// One file of a pack in memory. Does not own the bytes.
struct SourceFile {
  std::string name;  // inside the pack
  std::string_view bytes;
};

enum class Severity { kRead, kGuessed, kSkipped, kWrong };
[[nodiscard]] std::string_view to_text(Severity severity);
[[nodiscard]] Result<Severity> severity_from(std::string_view text);

struct Place {
  std::string file;   // inside the pack: "forms/pulse.csv"
  std::string where;  // "line 12" or "survey!C7"; may be empty
  friend bool operator==(const Place&, const Place&) = default;
};
[[nodiscard]] Place at_line(std::string file, int line);

struct Finding {
  Severity severity = Severity::kRead;
  Place place;
  std::string message;  // a sentence with the cure
  friend bool operator==(const Finding&, const Finding&) = default;
};

class Findings {
 public:
  static constexpr std::size_t kMost = 1000;

  Findings() = default;
  // Stores `most` in place of kMost.
  explicit Findings(std::size_t most) : most_(most) {}

  void add(Finding finding);
  void add(const Findings& others);
  void read(Place place, std::string message);
  void guessed(Place place, std::string message);
  void skipped(Place place, std::string message);
  void wrong(Place place, std::string message);

  [[nodiscard]] const std::vector<Finding>& all() const { return all_; }
  [[nodiscard]] bool any_wrong() const { return wrong_ > 0; }
  // How many of the severity are not in all().
  [[nodiscard]] std::size_t more(Severity severity) const {
    return more_[static_cast<std::size_t>(severity)];
  }
  void add_more(Severity severity, std::size_t count) { more_[static_cast<std::size_t>(severity)] += count; }

  friend bool operator==(const Findings&, const Findings&) = default;

 private:
  std::size_t most_ = kMost;
  std::vector<Finding> all_;
  std::size_t wrong_ = 0;
  std::array<std::size_t, 4> more_{};  // by severity
};

}  // namespace tertulia::formats
