// SPDX-License-Identifier: Apache-2.0
// Messages of the bus as text, for the targets that read them and for their seeds.
#pragma once

#include <string_view>

#include "firmware/domain/message.h"

namespace tertulia {

// Lines "topic", "content type" and "name=value" properties up to an empty line; the rest is the payload.
inline Message message_from(std::string_view text) {
  Message message;
  for (int number = 0; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    const std::size_t equals = line.find('=');
    if (line.empty()) break;
    if (number == 0)
      message.topic = line;
    else if (number == 1)
      message.content_type = line;
    else if (equals != std::string_view::npos)
      message.properties.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  }
  message.payload = text;
  return message;
}

}  // namespace tertulia
