// SPDX-License-Identifier: Apache-2.0
// Functions on numbers.
#include <cmath>
#include <limits>
#include <numbers>

#include "firmware/formats/expressions/call.h"

namespace tertulia::formats {
namespace {

template <double (*kFunction)(double)>
Value of_one(Call& call) {
  return kFunction(call.number(0));
}

double absolute(double x) { return std::fabs(x); }
double up(double x) { return std::ceil(x); }
double down(double x) { return std::floor(x); }
double whole(double x) { return std::trunc(x); }
double logarithm(double x) { return std::log(x); }
double logarithm10(double x) { return std::log10(x); }
double exponential(double x) { return std::exp(x); }
double power_of_ten(double x) { return std::pow(10, x); }
double root(double x) { return std::sqrt(x); }
double sine(double x) { return std::sin(x); }
double cosine(double x) { return std::cos(x); }
double tangent(double x) { return std::tan(x); }
double arc_sine(double x) { return std::asin(x); }
double arc_cosine(double x) { return std::acos(x); }
double arc_tangent(double x) { return std::atan(x); }

// Halves go up, as round() of XPath 1.0 does. With decimals it looks at the decimal digits of the number, so
// that round(1.005, 2) is 1.01, which 1.005 * 100 in binary is not.
double rounded(double number, double decimals) {
  if (!std::isfinite(number) || std::isnan(decimals)) return kNaN;
  decimals = std::trunc(decimals);
  if (decimals > 20) return number;
  if (decimals < -308) return 0;
  if (decimals == 0) return std::floor(number + 0.5);
  const double factor = std::pow(10, std::fabs(decimals));
  const double scaled = decimals > 0 ? number * factor : number / factor;
  if (std::fabs(scaled) > 9e15) return number;
  // Where the scaled number is a half but for its last bits, it is one.
  const double half = std::floor(scaled) + 0.5;
  const bool is_half =
      std::fabs(scaled - half) <= std::fabs(scaled) * 4 * std::numeric_limits<double>::epsilon();
  const double integer = is_half ? half + 0.5 : std::floor(scaled + 0.5);
  return decimals > 0 ? integer / factor : integer * factor;
}

Value round(Call& call) {
  const double number = call.number(0);
  if (call.size() == 1) return std::isfinite(number) ? std::floor(number + 0.5) : number;
  return std::isinf(number) ? number : rounded(number, call.number(1));
}

std::vector<double> numbers_of(const Call& call) {
  std::vector<double> numbers;
  for (const std::string& text : call.texts(0)) numbers.push_back(number_of(std::string_view(text)));
  return numbers;
}

Value sum(Call& call) {
  double all = 0;
  for (const double number : numbers_of(call)) all += number;
  return all;
}

// Of none it is NaN, and so it is when one is no number.
template <class Better>
Value extreme(Call& call) {
  double best = kNaN;
  bool is_first = true;
  for (const double number : numbers_of(call)) {
    if (std::isnan(number)) return kNaN;
    if (is_first || Better()(number, best)) best = number;
    is_first = false;
  }
  return best;
}

constexpr RuntimeFunction kNumberFunctions[] = {
    {"number", [](Call& call) -> Value { return call.number(0); }},
    {"abs", of_one<absolute>},
    {"ceiling", of_one<up>},
    {"floor", of_one<down>},
    {"int", of_one<whole>},
    {"log", of_one<logarithm>},
    {"log10", of_one<logarithm10>},
    {"exp", of_one<exponential>},
    {"exp10", of_one<power_of_ten>},
    {"sqrt", of_one<root>},
    {"sin", of_one<sine>},
    {"cos", of_one<cosine>},
    {"tan", of_one<tangent>},
    {"asin", of_one<arc_sine>},
    {"acos", of_one<arc_cosine>},
    {"atan", of_one<arc_tangent>},
    {"atan2", [](Call& call) -> Value { return std::atan2(call.number(0), call.number(1)); }},
    {"pow", [](Call& call) -> Value { return std::pow(call.number(0), call.number(1)); }},
    {"pi", [](Call&) -> Value { return std::numbers::pi; }},
    {"round", round},
    {"sum", sum},
    {"max", extreme<std::greater<>>},
    {"min", extreme<std::less<>>},
    {"random", [](Call& call) -> Value { return call.runtime.chance.fraction(); }},
};

}  // namespace

std::span<const RuntimeFunction> number_functions() { return kNumberFunctions; }

}  // namespace tertulia::formats
