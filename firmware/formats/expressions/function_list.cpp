// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/function_list.h"

#include <algorithm>

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using enum ResultKind;
constexpr std::size_t kMany = 1000;

constexpr FunctionEntry kFunctions[] = {
    // sorted by name
    {"abs", 1, 1, kNumber},
    {"acos", 1, 1, kNumber},
    {"asin", 1, 1, kNumber},
    {"atan", 1, 1, kNumber},
    {"atan2", 2, 2, kNumber},
    {"base64-decode", 1, 1, kText},
    {"boolean", 1, 1, kBoolean},
    {"boolean-from-string", 1, 1, kBoolean},
    {"ceiling", 1, 1, kNumber},
    {"checklist", 3, kMany, kBoolean},
    {"coalesce", 2, kMany, kText},
    {"concat", 1, kMany, kText},
    {"contains", 2, 2, kBoolean},
    {"cos", 1, 1, kNumber},
    {"count", 1, 1, kNumber},
    {"count-non-empty", 1, 1, kNumber},
    {"count-selected", 1, 1, kNumber},
    {"current", 0, 0, kNodes},
    {"date", 1, 1, kText},
    {"date-time", 1, 1, kText},
    {"decimal-date-time", 1, 1, kNumber},
    {"decimal-time", 1, 1, kNumber},
    {"digest", 2, 3, kText},
    {"ends-with", 2, 2, kBoolean},
    {"exp", 1, 1, kNumber},
    {"exp10", 1, 1, kNumber},
    {"false", 0, 0, kBoolean},
    {"floor", 1, 1, kNumber},
    {"format-date", 2, 2, kText},
    {"format-date-time", 2, 2, kText},
    {"if", 3, 3, kAny},
    {"indexed-repeat", 3, 7, kNodes},
    {"instance", 1, 1, kNodes},
    {"int", 1, 1, kNumber},
    {"join", 1, kMany, kText},
    {"jr:choice-name", 2, 2, kText},
    {"last", 0, 0, kNumber},
    {"local-name", 0, 1, kText},
    {"log", 1, 1, kNumber},
    {"log10", 1, 1, kNumber},
    {"max", 1, kMany, kNumber},
    {"min", 1, kMany, kNumber},
    {"name", 0, 1, kText},
    {"normalize-space", 0, 1, kText},
    {"not", 1, 1, kBoolean},
    {"now", 0, 0, kText, true},
    {"number", 0, 1, kNumber},
    {"once", 1, 1, kText},
    {"pi", 0, 0, kNumber},
    {"position", 0, 1, kNumber},
    {"pow", 2, 2, kNumber},
    {"pulldata", 4, 4, kText},
    {"random", 0, 0, kNumber, true},
    {"randomize", 1, 2, kNodes, true},
    {"regex", 2, 2, kBoolean},
    {"round", 1, 2, kNumber},
    {"selected", 2, 2, kBoolean},
    {"selected-at", 2, 2, kText},
    {"sin", 1, 1, kNumber},
    {"sqrt", 1, 1, kNumber},
    {"starts-with", 2, 2, kBoolean},
    {"string", 0, 1, kText},
    {"string-length", 0, 1, kNumber},
    {"substr", 2, 3, kText},
    {"substring", 2, 3, kText},
    {"substring-after", 2, 2, kText},
    {"substring-before", 2, 2, kText},
    {"sum", 1, 1, kNumber},
    {"tan", 1, 1, kNumber},
    {"today", 0, 0, kText, true},
    {"translate", 3, 3, kText},
    {"true", 0, 0, kBoolean},
    {"uuid", 0, 1, kText, true},
    {"weighted-checklist", 4, kMany, kBoolean},
};

struct LeftOut {
  std::string_view name;
  std::string_view why;
};
constexpr std::string_view kPlace = " needs a place on the earth, and a kiosk does not ask for places.";
constexpr std::string_view kKeys = " reads encrypted or signed data, and a kiosk keeps no keys for that.";
constexpr std::string_view kOwner = " reads the owner of a phone, and a kiosk belongs to nobody.";
constexpr LeftOut kLeftOut[] = {
    {"area", kPlace},
    {"distance", kPlace},
    {"geofence", kPlace},
    {"intersects", kPlace},
    {"extract-signed", kKeys},
    {"property", kOwner},
    {"version", " is no function of an XLSForm: write the version as a text."},
    {"jr:itext", " is written by converters only: write the label itself."},
    {"search", " belongs into the column 'appearance'."},
    {"id", " needs identifiers, and a form has none."},
    {"lang", " needs languages in the data, and a form has none."},
    {"namespace-uri", " needs namespaces, and a form has none."},
    {"choice-name", " has a prefix: write jr:choice-name."},
    {"ifelse", " is called if: write if(condition, then, else)."},
    {"iif", " is called if: write if(condition, then, else)."},
    {"len", " is called string-length: write that."},
    {"length", " is called string-length: write that."},
    {"concatenate", " is called concat: write that."},
    {"average", " is no function of ODK: write sum(...) div count(...)."},
    {"avg", " is no function of ODK: write sum(...) div count(...)."},
    {"isblank", " is no function of ODK: write ${name} = ''."},
    {"is-null", " is no function of ODK: write ${name} = ''."},
};

}  // namespace

const FunctionEntry* find_function(std::string_view name) {
  const auto* found =
      std::lower_bound(std::begin(kFunctions), std::end(kFunctions), name,
                       [](const FunctionEntry& entry, std::string_view key) { return entry.name < key; });
  return found != std::end(kFunctions) && found->name == name ? found : nullptr;
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const FunctionEntry& entry : kFunctions) names.push_back(entry.name);
  return names;
}

bool is_beyond_kiosk(std::string_view name) {
  for (const LeftOut& entry : kLeftOut)
    if (entry.name == name) return is_one_of(entry.why, {kPlace, kKeys, kOwner});
  return false;
}

std::string why_no_function(std::string_view name) {
  const std::string small = lower_ascii(name);
  if (find_function(small) != nullptr)
    return "Functions are written in small letters: write " + small + " for " + std::string(name) + ".";
  for (const LeftOut& entry : kLeftOut)
    if (entry.name == small) return std::string(name) + "()" + std::string(entry.why);
  return "There is no function " + in_quotes(name) + "." + suggestion(name, function_names());
}

std::string wrong_arguments(const FunctionEntry& function, std::size_t given) {
  std::string wanted = function.least == function.most ? counted(function.least, "argument")
                       : function.most == kMany
                           ? counted(function.least, "argument") + " or more"
                           : std::to_string(function.least) + " to " + counted(function.most, "argument");
  if (function.most == 0) wanted = "no argument";
  return std::string(function.name) + "() takes " + wanted + ", and here it has " + std::to_string(given) +
         ".";
}

}  // namespace tertulia::formats
