//! Whether JSON is what a document says it is: as much of JSON Schema as our document uses.

use serde_json::Value;

/// Everything in which a value is not what a schema of the document says, each with its place. Every field
/// that is there is declared, and every declared field is there.
pub fn misfits(document: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let Some(meant) = document.pointer(&reference[1..]) else { return vec![format!("{place}: no {reference}")] };
        return misfits(document, meant, value, place);
    }
    for (word, all) in [("oneOf", false), ("anyOf", false), ("allOf", true)] {
        if let Some(schemas) = schema.get(word).and_then(Value::as_array) {
            let each: Vec<Vec<String>> = schemas.iter().map(|schema| misfits(document, schema, value, place)).collect();
            let fits = each.iter().any(Vec::is_empty) && !all;
            return if fits { Vec::new() } else { each.concat() };
        }
    }
    let mut found = Vec::new();
    if !has_type(schema, value) {
        return vec![format!("{place}: {value} is no {}", schema["type"])];
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array)
        && !values.contains(value)
    {
        found.push(format!("{place}: {value} is not one of its values"));
    }
    if let Value::Array(items) = value {
        for (at, item) in items.iter().enumerate() {
            found.extend(misfits(document, &schema["items"], item, &format!("{place}/{at}")));
        }
    }
    found.extend(fields(document, schema, value, place));
    found
}

fn fields(document: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let Value::Object(fields) = value else { return Vec::new() };
    let mut found = Vec::new();
    let declared = schema["properties"].as_object();
    for (name, value) in fields {
        match declared.and_then(|declared| declared.get(name)) {
            Some(schema) => found.extend(misfits(document, schema, value, &format!("{place}/{name}"))),
            None => found.push(format!("{place}/{name} is not declared")),
        }
    }
    for name in declared.into_iter().flatten().map(|(name, _)| name) {
        let is_required = schema["required"].as_array().is_some_and(|required| required.iter().any(|r| r == name));
        if !is_required || !fields.contains_key(name) {
            found.push(format!("{place}/{name} is declared, required: {is_required}, and has to be there"));
        }
    }
    found
}

fn has_type(schema: &Value, value: &Value) -> bool {
    let is = |kind: &Value| match kind.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => false,
    };
    match schema.get("type") {
        None => true,
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
    }
}

#[test]
fn what_does_not_fit_is_seen() {
    let document = serde_json::json!({ "Cat": {
        "type": "object", "required": ["name", "age"],
        "properties": { "name": { "type": "string", "enum": ["Tom"] }, "age": { "type": ["integer", "null"] } },
    } });
    let cats = serde_json::json!({ "type": "array", "items": { "$ref": "#/Cat" } });
    let told = |value: Value| misfits(&document, &cats, &value, "").len();
    assert_eq!(told(serde_json::json!([{ "name": "Tom", "age": 3 }, { "name": "Tom", "age": null }])), 0);
    assert_eq!(told(serde_json::json!([{ "name": "Tim", "age": 3 }])), 1, "another value");
    assert_eq!(told(serde_json::json!([{ "name": "Tom", "age": "3" }])), 1, "another type");
    assert_eq!(told(serde_json::json!([{ "name": "Tom" }])), 1, "a field is missing");
    assert_eq!(told(serde_json::json!([{ "name": "Tom", "age": 3, "tail": true }])), 1, "a field nobody declared");
    assert_eq!(told(serde_json::json!({})), 1, "no list");
}
