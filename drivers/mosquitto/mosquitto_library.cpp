// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/mosquitto_library.h"

#include <mosquitto.h>

namespace tertulia {

MosquittoLibrary::MosquittoLibrary() { mosquitto_lib_init(); }
MosquittoLibrary::~MosquittoLibrary() { mosquitto_lib_cleanup(); }

}  // namespace tertulia
