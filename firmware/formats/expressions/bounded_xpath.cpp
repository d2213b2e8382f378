// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/bounded_xpath.h"

#include <libxml/xpath.h>

#include "firmware/formats/expressions/evaluation.h"

namespace tertulia::formats {
namespace {

#if LIBXML_VERSION >= 21200
void say_nothing(void*, const xmlError*) {}
#else
void say_nothing(void*, xmlError*) {}
#endif

}  // namespace

void bound_and_silence(_xmlXPathContext& xpath) {
  xpath.error = say_nothing;
  xpath.opLimit = kMostOperations;
}

}  // namespace tertulia::formats
