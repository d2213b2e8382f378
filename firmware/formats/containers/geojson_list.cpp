// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/geojson_list.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "firmware/formats/containers/counted_bytes.h"
#include "firmware/formats/containers/record_table.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kDeepest = 64;

// How much of the way to a property is open: the file, its `features`, one of them, its `properties`.
enum Way : std::size_t { kNothing, kFile, kFeatures, kFeature, kProperties };

// Takes the steps of the parser. Each answer says whether the parser goes on.
class FeatureTaker : public nlohmann::json_sax<nlohmann::json> {
 public:
  FeatureTaker(RecordTable& table, const int& line) : table_(table), line_(line) {}

  bool null() override { return take({}); }
  bool boolean(bool value) override { return take(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return take(text); }
  bool string(string_t& value) override { return take(value); }
  bool binary(binary_t& /*value*/) override { return true; }  // not in JSON
  bool start_object(std::size_t /*count*/) override { return open(true); }
  bool start_array(std::size_t /*count*/) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (is_on_way()) key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    is_broken = true;
    return false;
  }

  bool is_broken = false;
  bool is_too_deep = false;    // and so it is broken off
  bool is_collection = false;  // the file has features
  bool has_places = false;
  bool has_parts = false;  // a property is a list or an object

  [[nodiscard]] bool is_within_feature() const {
    return way_ >= kFeature || (way_ == kFeatures && !is_on_way());
  }

 private:
  [[nodiscard]] bool is_on_way() const { return way_ == open_; }

  [[nodiscard]] bool leads_on(bool is_object) const {
    if (!is_on_way()) return false;
    if (way_ == kFile) return !is_object && key_ == "features";
    if (way_ == kFeature) return is_object && key_ == "properties";
    return is_object && way_ != kProperties;
  }

  bool open(bool is_object) {
    is_too_deep = open_ == kDeepest;
    is_broken = is_too_deep;
    if (is_broken) return false;
    if (is_on_way() && way_ == kFeatures && !is_object && !table_.begin(line_)) return false;
    const bool leads = leads_on(is_object);
    has_places = has_places || (is_on_way() && way_ == kFeature && key_ == "geometry");
    has_parts = has_parts || (is_on_way() && way_ == kProperties);
    ++open_;
    if (!leads) return true;
    ++way_;
    is_collection = is_collection || way_ == kFeatures;
    if (way_ != kFeature) return true;
    id_.clear();
    return table_.begin(line_);
  }

  // The property `id` counts before that of the feature.
  bool close() {
    const bool ends = is_on_way();
    if (ends && way_ == kFeature) table_.set("id", id_);
    if (ends) --way_;
    --open_;
    return true;
  }

  // A value in the place of a feature is one without texts.
  bool take(const std::string& text) {
    if (is_on_way() && way_ == kFeatures) return table_.begin(line_);
    if (is_on_way() && way_ == kProperties) table_.set(key_, text);
    if (is_on_way() && way_ == kFeature && key_ == "id") id_ = text;
    return true;
  }

  RecordTable& table_;
  const int& line_;
  std::size_t open_ = 0;  // objects and arrays
  std::size_t way_ = kNothing;
  std::string key_;  // of the value that comes next, on the way
  std::string id_;   // of the feature
};

constexpr std::string_view kNull = "null";

std::size_t length_of_number(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of("0123456789+-.eE", at), json.size()) - at;
}

// Larger than any number that a computer has, as "1e400" is. Without an exponent it has hundreds of digits.
bool is_endless(std::string_view number) {
  constexpr std::size_t kMostPlainDigits = 300;
  if (number.size() <= kMostPlainDigits && number.find_first_of("eE") == std::string_view::npos) return false;
  return number.size() > kNull.size() && std::isinf(std::strtod(std::string(number).c_str(), nullptr));
}

// Where the next endless number begins, not in a text; npos: there is none. `at` is within no text.
std::size_t next_endless(std::string_view json, std::size_t at) {
  while (at < json.size()) {
    if (json[at] == '"') {
      for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    } else if (const std::size_t length = length_of_number(json, at); length > 0) {
      if (is_endless(json.substr(at, length))) return at;
      at += length - 1;
    }
    ++at;
  }
  return std::string_view::npos;
}

// The parser ends at an endless number. It gets null in its place, and nothing else of the file changes.
// Empty: there are none.
std::string without_endless_numbers(const SourceFile& source, std::string_view json, Findings& findings) {
  const std::size_t first = next_endless(json, 0);
  if (first == std::string_view::npos) return {};
  std::string mended(json);
  std::size_t count = 0;
  for (std::size_t at = first; at != std::string::npos; at = next_endless(mended, at)) {
    const std::size_t length = length_of_number(mended, at);
    mended.replace(at, length, std::string(kNull).append(length - kNull.size(), ' '));
    ++count;
  }
  const auto line = std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(first), '\n') + 1;
  findings.skipped(at_line(source.name, static_cast<int>(line)),
                   "The number " + in_quotes(json.substr(first, length_of_number(json, first))) +
                       " is larger than any that can be read, and is left out" +
                       (count > 1 ? ", as " + std::to_string(count - 1) + " more like it are" : "") +
                       ". Correct it, or write it in quotes, as a text.");
  return mended;
}

}  // namespace

Sheet read_geojson_list(const SourceFile& source, Findings& findings) {
  std::string_view bytes = without_bom(source.bytes);
  if (trim(bytes).empty()) return {};
  const std::string mended = without_endless_numbers(source, bytes, findings);
  if (!mended.empty()) bytes = mended;
  RecordTable table(source.name, "features", findings);
  int line = 1;
  FeatureTaker taker(table, line);
  const CountedBytes begin(bytes.data(), line);
  const CountedBytes end(bytes.data() + bytes.size(), line);
  nlohmann::json::sax_parse(begin, end, &taker);
  if (taker.is_broken && taker.is_within_feature()) table.drop_last();
  if (taker.is_too_deep)
    findings.skipped(at_line(source.name, line),
                     "The file is nested deeper than 64 levels here. The features before are read; leave the "
                     "geometry out.");
  else if (taker.is_broken)
    findings.skipped(
        at_line(source.name, line),
        "The file is no readable JSON in UTF-8 from here on. The features before are read; export "
        "the file again.");
  else if (!taker.is_collection)
    findings.skipped({source.name, ""},
                     "The file has no 'features'; export it as GeoJSON, with a FeatureCollection.");
  if (taker.has_places)
    findings.skipped({source.name, ""},
                     "The places of the features are left out: a kiosk has no map, and shows their names.");
  if (taker.has_parts)
    findings.skipped({source.name, ""},
                     "Properties that are lists or objects are left out; only texts and numbers are read.");
  return table.finished();
}

}  // namespace tertulia::formats
