/*
 * Lets a binding written for Node-API 10 run where Node-API is 9 (Node 20, Electron 33).
 * Version 10 lets a reference hold any value; version 9 only objects, functions, symbols and externals.
 * So a primitive is put into an object of ours, recognised by its tag, and taken out again when it is read.
 * https://nodejs.org/api/n-api.html#napi_create_reference
 */
#pragma once
#include <node_api.h>

static const napi_type_tag BITTEN_BOX = {0x62697474656e2d62ULL, 0x6f782d6e61706939ULL};

static inline bool bitten_is_referable(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_symbol || type == napi_external;
}

static inline napi_status bitten_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (bitten_is_referable(type)) return napi_create_reference(env, value, count, result);

  napi_value box;
  status = napi_create_object(env, &box);
  if (status == napi_ok) status = napi_type_tag_object(env, box, &BITTEN_BOX);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, result);
  return status;
}

static inline napi_status bitten_get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;

  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;

  bool is_box = false;
  status = napi_check_object_type_tag(env, *result, &BITTEN_BOX, &is_box);
  if (status == napi_ok && is_box) {
    napi_value held;
    status = napi_get_element(env, *result, 0, &held);
    if (status == napi_ok) *result = held;
  }
  // A thread that is being ended may not look into objects. Version 10 reads a reference even then, and so must this:
  // node-addon-api makes an error of a failure here and reads that error by its reference, until the stack is full.
  return status == napi_pending_exception ? napi_ok : status;
}

#define napi_create_reference bitten_create_reference
#define napi_get_reference_value bitten_get_reference_value
