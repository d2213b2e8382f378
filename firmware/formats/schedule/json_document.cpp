// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/json_document.h"

#include <cstddef>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "firmware/formats/containers/counted_bytes.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Builds the values as the parser meets them. The library's own builder looks for each name among those
// before it, so that an object of many members costs its square.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(Json& root, const int& line) : root_(root), line_(line) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return true; }  // not in JSON
  bool start_object(std::size_t /*count*/) override {
    if (open_.size() < JsonDocument::kDeepest) lines.push_back(line_);
    return open(Json::object());
  }
  bool start_array(std::size_t /*count*/) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (too_deep_ == 0) name_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }

  std::vector<int> lines;  // of the objects, in the order of the file

 private:
  bool add(Json value) {
    if (too_deep_ == 0) place(std::move(value));
    return true;
  }

  bool open(Json container) {
    if (open_.size() >= JsonDocument::kDeepest)
      ++too_deep_;
    else
      open_.push_back(place(std::move(container)));
    return true;
  }

  bool close() {
    if (too_deep_ > 0)
      --too_deep_;
    else
      open_.pop_back();
    return true;
  }

  // A container grows only while no other one is open within it, so these addresses stay.
  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array())
      return &open_.back()->get_ref<Json::array_t&>().emplace_back(std::move(value));
    return &open_.back()->get_ref<Json::object_t&>().emplace_back(std::move(name_), std::move(value)).second;
  }

  Json& root_;
  const int& line_;
  std::vector<Json*> open_;
  std::size_t too_deep_ = 0;  // how many are open below the deepest that is stored
  std::string name_;          // of the member whose value comes next
};

// In the order of the file, like the lines. Not deep: kDeepest.
void give_lines(const Json& value, std::vector<int>::const_iterator& line,
                std::unordered_map<const Json*, int>& lines) {
  if (value.is_object()) lines.emplace(&value, *line++);
  if (value.is_structured())
    for (const Json& inner : value) give_lines(inner, line, lines);
}

}  // namespace

std::optional<JsonDocument> JsonDocument::parsed(const SourceFile& source, Findings& findings) {
  const std::string_view bytes = without_bom(source.bytes);
  auto root = std::make_shared<Json>();
  int line = 1;
  Builder builder(*root, line);
  const CountedBytes begin(bytes.data(), line);
  const CountedBytes end(bytes.data() + bytes.size(), line);
  if (!Json::sax_parse(begin, end, &builder)) {
    findings.wrong(at_line(source.name, line),
                   "The file is no readable JSON from here on; export the schedule again.");
    return std::nullopt;
  }
  JsonDocument document;
  document.file_ = source.name;
  auto next = builder.lines.cbegin();
  give_lines(*root, next, document.lines_);
  document.root_ = std::move(root);
  return document;
}

Place JsonDocument::place_of(const Json& object) const {
  const auto found = lines_.find(&object);
  return found == lines_.end() ? Place{file_, ""} : at_line(file_, found->second);
}

}  // namespace tertulia::formats
