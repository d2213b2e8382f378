// SPDX-License-Identifier: Apache-2.0
// The keys under which answers wait in the hub's database until they are mixed (hub/store/mixing.h). Whoever
// has the database without them sees random bytes. Each key seals what waits and makes the tags by which an
// answer that comes again is found. With libsodium. A value; the keys are overwritten when it ends.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia::hub {

// A key has a random name, which stands beside what it has sealed.
struct MixingKey {
  MixingKey() = default;
  MixingKey(const MixingKey&) = default;
  MixingKey& operator=(const MixingKey&) = default;
  ~MixingKey();

  std::string name;
  std::array<std::uint8_t, 32> secret{};
  std::array<std::uint8_t, 32> sealing{};  // made of the secret, as is the next one
  std::array<std::uint8_t, 32> tagging{};
};

class MixingKeys {
 public:
  // A line for each key, the newest last. A line that is no key is left out: nothing can be opened with it.
  // Errors: libsodium cannot start.
  [[nodiscard]] static Result<MixingKeys> parse(std::string_view text);
  [[nodiscard]] std::string text() const;

  [[nodiscard]] bool empty() const { return keys_.empty(); }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  // Its name, and the name of the newest one; there must be one.
  [[nodiscard]] const std::string& newest() const { return keys_.back().name; }
  void add_random();
  // Forgets all others.
  void keep(const std::set<std::string>& names);

  // With the newest key, which must be there. Base64.
  [[nodiscard]] std::string seal(std::string_view plain) const;
  [[nodiscard]] std::string tag(std::string_view id) const;
  // The tags of an id under each key.
  [[nodiscard]] std::vector<std::string> tags(std::string_view id) const;
  // None: this key is not here, or the bytes are not what it has sealed.
  [[nodiscard]] std::optional<std::string> open(std::string_view name, std::string_view sealed) const;

 private:
  std::vector<MixingKey> keys_;
};

}  // namespace tertulia::hub
