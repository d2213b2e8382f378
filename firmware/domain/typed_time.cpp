// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/typed_time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr std::int64_t kMostHours = 99;
constexpr const char* kHelp = "Write a time like 5, 90m, 1h30 or 12:30";

// Digits with what stands behind them: ':', '.', 'h', 'm', 's', or nothing.
struct Piece {
  std::optional<std::int64_t> number;  // none: nothing before the unit, as in ":10"
  std::size_t digits = 0;
  char unit = 0;
};

enum class HalfDay { kNone, kMorning, kAfternoon };

std::string compact(std::string_view text) {
  std::string plain;
  for (const char each : text) {
    if (each == ' ' || each == '\t') continue;
    plain += each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
  }
  return plain;
}

HalfDay cut_half_day(std::string& text) {
  for (const auto& [word, half] :
       {std::pair{"am", HalfDay::kMorning}, std::pair{"pm", HalfDay::kAfternoon}}) {
    if (!text.ends_with(word)) continue;
    text.resize(text.size() - 2);
    return half;
  }
  return HalfDay::kNone;
}

std::optional<std::vector<Piece>> pieces_of(std::string_view text) {
  constexpr std::size_t kMostDigits = 6;
  std::vector<Piece> pieces;
  Piece piece;
  for (const char each : text) {
    if (each >= '0' && each <= '9') {
      if (++piece.digits > kMostDigits) return std::nullopt;
      piece.number = piece.number.value_or(0) * 10 + (each - '0');
      continue;
    }
    if (std::string_view(":.hms").find(each) == std::string_view::npos) return std::nullopt;
    piece.unit = each == '.' ? ':' : each;
    pieces.push_back(piece);
    piece = Piece{};
  }
  if (piece.digits > 0) pieces.push_back(piece);
  return pieces;
}

Milliseconds of_parts(std::int64_t hour, std::int64_t minute, std::int64_t second) {
  return hours(hour) + Minutes(minute) + seconds(second);
}

// "123": digits alone. With a half of the day, one or two digits are hours.
std::optional<Milliseconds> of_digits(const Piece& piece, HalfDay half) {
  const std::int64_t number = *piece.number;
  if (piece.digits <= 2) return half == HalfDay::kNone ? of_parts(0, number, 0) : of_parts(number, 0, 0);
  const bool has_seconds = piece.digits > 4;
  const std::int64_t minutes = has_seconds ? number / 100 : number;
  const std::int64_t second = has_seconds ? number % 100 : 0;
  if (minutes % 100 > 59 || second > 59) return std::nullopt;
  return of_parts(minutes / 100, minutes % 100, second);
}

// "12:30", "1:02:03", ":10".
std::optional<Milliseconds> of_clock(const std::vector<Piece>& pieces) {
  std::array<std::int64_t, 3> parts{};
  if (pieces.size() < 2 || pieces.size() > parts.size()) return std::nullopt;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool is_last = i + 1 == pieces.size();
    if (pieces[i].unit != (is_last ? 0 : ':') || pieces[i].digits > 2) return std::nullopt;
    if (!pieces[i].number && i > 0) return std::nullopt;
    parts.at(i) = pieces[i].number.value_or(0);
    if (i > 0 && parts.at(i) > 59) return std::nullopt;
  }
  return of_parts(parts[0], parts[1], parts[2]);
}

// "1h2", "90m", "1m2", "45s": the last number has the unit below the one before it.
std::optional<Milliseconds> of_units(const std::vector<Piece>& pieces) {
  constexpr std::string_view kUnits = "hms";
  Milliseconds sum{0};
  std::size_t after = 0;  // the next unit must stand here or later
  for (const Piece& piece : pieces) {
    const std::size_t unit = piece.unit == 0 ? after : kUnits.find(piece.unit);
    if (unit == std::string_view::npos || unit < after || unit >= kUnits.size() || !piece.number)
      return std::nullopt;
    const std::int64_t number = *piece.number;
    sum += unit == 0 ? of_parts(number, 0, 0) : unit == 1 ? of_parts(0, number, 0) : of_parts(0, 0, number);
    after = unit + 1;
  }
  return sum;
}

std::optional<Milliseconds> length_of(const std::vector<Piece>& pieces, HalfDay half) {
  if (pieces.empty()) return std::nullopt;
  const char unit = pieces.front().unit;
  if (unit == 0) return of_digits(pieces.front(), half);
  return unit == ':' ? of_clock(pieces) : of_units(pieces);
}

}  // namespace

Result<Milliseconds> typed_time(std::string_view text) {
  std::string plain = compact(text);
  const HalfDay half = cut_half_day(plain);
  const auto pieces = pieces_of(plain);
  const auto length = pieces ? length_of(*pieces, half) : std::nullopt;
  if (!length || *length >= hours(kMostHours + 1)) return Error{kHelp};
  if (half == HalfDay::kNone) return *length;
  if (*length < hours(1) || *length >= hours(13)) return Error{"There is no such time of day"};
  const Milliseconds within = *length % hours(12);
  return half == HalfDay::kMorning ? within : within + hours(12);
}

Milliseconds count_to_end(WallTime end, const Now& now) { return end - now.wall; }

}  // namespace tertulia
