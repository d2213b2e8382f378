// SPDX-License-Identifier: Apache-2.0
// A JSON document that knows on which line each of its objects begins. For the readers of JSON in this
// folder.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include <nlohmann/json_fwd.hpp>

#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

using Json = nlohmann::ordered_json;

class JsonDocument {
 public:
  // What lies deeper than this is left out: no schedule does.
  static constexpr std::size_t kDeepest = 32;

  // None after a finding that is wrong. Its cost grows as the file does, whatever is in it; of two members of
  // one name the first is found.
  [[nodiscard]] static std::optional<JsonDocument> parsed(const SourceFile& source, Findings& findings);

  [[nodiscard]] const Json& root() const { return *root_; }
  // Of an object of this document the line on which it begins; of anything else the file.
  [[nodiscard]] Place place_of(const Json& object) const;

 private:
  std::string file_;
  std::shared_ptr<const Json> root_;  // addresses stay when this is moved
  std::unordered_map<const Json*, int> lines_;
};

}  // namespace tertulia::formats
