#include "web/bridge/indexed_store.h"

#include <emscripten/emscripten.h>

#include "web/bridge/byte_reader.h"
#include "web/bridge/script_result.h"

EM_JS(void, xueshi_store_read, (unsigned request, const char* prefix, int size), {
    Module.bridge.storage.read(request, Module.bridge.heap.text(prefix, size));
});
EM_JS(void, xueshi_store_remove, (const char* name, int size), {
    Module.bridge.storage.remove(Module.bridge.heap.text(name, size));
});
EM_JS(void, xueshi_store_put, (const char* name, int name_size, const char* value, int size), {
    const heap = Module.bridge.heap;
    Module.bridge.storage.put(heap.text(name, name_size), heap.text(value, size));
});
// What was removed and put since the last commit becomes one batch.
EM_JS(void, xueshi_store_commit, (unsigned request), { Module.bridge.storage.commit(request); });
EM_JS(int, xueshi_store_next, (), { return Module.bridge.storage.next(); });
EM_JS(void, xueshi_store_keep, (), { Module.bridge.storage.askToKeep(); });

namespace xueshi::bridge {

ports::StoreRequest IndexedStore::read(std::string_view prefix) {
    xueshi_store_read(++last_request_, prefix.data(), static_cast<int>(prefix.size()));
    return last_request_;
}

ports::StoreRequest IndexedStore::write(const ports::StoreBatch& batch) {
    for (const std::string& name : batch.removals) xueshi_store_remove(name.data(), static_cast<int>(name.size()));
    for (const ports::StoreRecord& put : batch.puts) {
        xueshi_store_put(put.name.data(), static_cast<int>(put.name.size()), put.value.data(),
                         static_cast<int>(put.value.size()));
    }
    xueshi_store_commit(++last_request_);
    return last_request_;
}

std::vector<ports::StoreAnswer> IndexedStore::take_answers() {
    std::vector<ports::StoreAnswer> answers;
    while (const int size = xueshi_store_next()) {
        const std::string bytes = take_script_result(size);
        ByteReader reader(bytes);
        ports::StoreAnswer answer;
        answer.request = reader.number<std::uint32_t>();
        answer.problem = static_cast<ports::StoreProblem>(reader.number<std::uint8_t>());
        while (!reader.is_at_end()) {
            std::string name = reader.string();
            answer.records.push_back({std::move(name), reader.string()});
        }
        answers.push_back(std::move(answer));
    }
    return answers;
}

void IndexedStore::ask_to_keep() { xueshi_store_keep(); }

}  // namespace xueshi::bridge
