#pragma once

namespace mql::life {
void registerPointVerbs();
}
