// SPDX-License-Identifier: Apache-2.0
// Comparison and arithmetic, which cast as ODK XForms does: dates are numbers of days, a question without an
// answer is an empty text, and so is one that is not there.
#include <cmath>
#include <functional>

#include "firmware/formats/expressions/call.h"

namespace tertulia::formats {
namespace {

// One side of a comparison: a number, or a text.
struct Atom {
  const double* number = nullptr;
  std::string text;
};

std::vector<Atom> atoms_of(const Call& call, std::size_t side) {
  if (const double* number = std::get_if<double>(&call.at(side))) return {{number, {}}};
  std::vector<Atom> atoms;
  for (std::string& text : call.texts_of_one(side)) atoms.push_back({nullptr, std::move(text)});
  if (atoms.empty()) atoms.push_back({nullptr, ""});
  return atoms;
}

struct Pair {
  double left;
  double right;
};

// As a clock of the zone counts: a date is its midnight.
double days_on_clock(const Moment& moment, const std::string& zone) {
  Moment local = in_zone(moment, zone);
  local.offset.reset();
  return days_since_epoch(local);
}

// Two dates with time compare as moments. A date and one with time compare as clocks of the venue show both.
// Two times of day compare with each other.
Pair as_numbers(const Atom& left, const Atom& right, const std::string& zone) {
  if (left.number == nullptr && right.number == nullptr) {
    const auto one = read_moment(left.text);
    const auto other = read_moment(right.text);
    if (one && other) {
      if (one->has_time == other->has_time)
        return {days_since_epoch(*one, zone), days_since_epoch(*other, zone)};
      return {days_on_clock(*one, zone), days_on_clock(*other, zone)};
    }
    const auto time = read_time_of_day(left.text);
    const auto other_time = read_time_of_day(right.text);
    if (time && other_time)
      return {static_cast<double>(time->into_day.count()), static_cast<double>(other_time->into_day.count())};
  }
  return {left.number != nullptr ? *left.number : number_of(std::string_view(left.text)),
          right.number != nullptr ? *right.number : number_of(std::string_view(right.text))};
}

bool are_equal(const Atom& left, const Atom& right, const std::string& zone) {
  if (left.number == nullptr && right.number == nullptr) {
    if (left.text == right.text) return true;
    const auto one = read_moment(left.text);
    if (!one || !one->has_time) return false;
    const auto other = read_moment(right.text);
    if (!other || !other->has_time) return false;
  }
  const Pair pair = as_numbers(left, right, zone);
  return pair.left == pair.right;
}

// True when it holds for one pair of nodes, as XPath 1.0 has it in section 3.4.
template <class Holds>
Value holds_for_any(Call& call, Holds holds) {
  const std::vector<Atom> left = atoms_of(call, 0);
  const std::vector<Atom> right = atoms_of(call, 1);
  for (const Atom& one : left) {
    if (!call.works(right.size())) return false;
    for (const Atom& other : right)
      if (holds(one, other)) return true;
  }
  return false;
}

bool has_boolean(const Call& call) {
  return std::holds_alternative<bool>(call.at(0)) || std::holds_alternative<bool>(call.at(1));
}

Value eq(Call& call) {
  if (has_boolean(call)) return call.truth(0) == call.truth(1);
  const std::string& zone = call.runtime.context.zone;
  return holds_for_any(call, [&](const Atom& a, const Atom& b) { return are_equal(a, b, zone); });
}

Value ne(Call& call) {
  if (has_boolean(call)) return call.truth(0) != call.truth(1);
  const std::string& zone = call.runtime.context.zone;
  return holds_for_any(call, [&](const Atom& a, const Atom& b) { return !are_equal(a, b, zone); });
}

template <class Order>
Value ordered(Call& call) {
  if (has_boolean(call)) return Order()(call.number(0), call.number(1));
  const std::string& zone = call.runtime.context.zone;
  return holds_for_any(call, [&](const Atom& a, const Atom& b) {
    const Pair pair = as_numbers(a, b, zone);
    return Order()(pair.left, pair.right);
  });
}

// Terms, each but the first behind its sign as a text.
Value add(Call& call) {
  bool has_date = false;
  bool has_date_time = false;
  std::vector<std::optional<Moment>> moments;
  for (std::size_t at = 0; at < call.size(); at += 2) {
    const bool is_text =
        !std::holds_alternative<double>(call.at(at)) && !std::holds_alternative<bool>(call.at(at));
    moments.push_back(is_text ? read_moment(call.text(at)) : std::nullopt);
    if (moments.back()) (moments.back()->has_time ? has_date_time : has_date) = true;
  }
  double sum = 0;
  for (std::size_t at = 0; at < call.size(); at += 2) {
    const std::string& zone = call.runtime.context.zone;
    double term = 0;
    if (const auto& moment = moments[at / 2]; !moment)
      term = call.number(at);
    else if (has_date && has_date_time)  // now() - today(): as clocks of the venue show both
      term = days_on_clock(*moment, zone);
    else
      term = days_since_epoch(*moment, zone);
    const bool is_taken_away = at > 0 && call.text(at - 1) == "-";
    sum = at == 0 ? term : is_taken_away ? sum - term : sum + term;
  }
  return sum;
}

constexpr RuntimeFunction kOperators[] = {
    {"eq", eq},
    {"ne", ne},
    {"lt", ordered<std::less<>>},
    {"le", ordered<std::less_equal<>>},
    {"gt", ordered<std::greater<>>},
    {"ge", ordered<std::greater_equal<>>},
    {"add", add},
    {"neg", [](Call& call) -> Value { return -call.number(0); }},
    {"mul", [](Call& call) -> Value { return call.number(0) * call.number(1); }},
    {"div", [](Call& call) -> Value { return call.number(0) / call.number(1); }},
    {"mod", [](Call& call) -> Value { return std::fmod(call.number(0), call.number(1)); }},
};

}  // namespace

std::span<const RuntimeFunction> operator_functions() { return kOperators; }

}  // namespace tertulia::formats
