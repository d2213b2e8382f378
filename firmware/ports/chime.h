// SPDX-License-Identifier: Apache-2.0
// Port: a soft chime for the people in a room. Off unless the configuration asks for it.
#pragma once

namespace tertulia {

// kWarning: the time of a part is nearly used up. kEnd: it is. Two chimes that one can tell apart.
enum class ChimeKind { kWarning, kEnd };

class Chime {
 public:
  Chime() = default;
  Chime(const Chime&) = delete;
  Chime& operator=(const Chime&) = delete;
  virtual ~Chime() = default;  // stops what rings

  // Rings once. Returns at once, since the main thread calls it. What is asked for while a chime rings is not
  // rung: two rooms that end together are heard as one. Nor is what the sound device was too slow for: a
  // chime that comes late would be a lie.
  virtual void ring(ChimeKind kind) = 0;
};

}  // namespace tertulia
