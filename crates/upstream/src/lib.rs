//! One module per upstream API: model, requests, errors, rules, operations
