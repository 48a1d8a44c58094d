namespace Intercom.Generator.Tests;

/// <summary>A small document with a text at every place that can hold one: what OpenAPI has, and what an overlay adds.</summary>
internal static class HostileDocument
{
    public const string Text =
        """
        {
          "openapi": "3.1.0",
          "info": { "title": "Things", "version": "1.0", "description": "Things." },
          "servers": [ { "url": "https://api.example.com", "description": "Here" } ],
          "tags": [ { "name": "Things", "description": "What there is." } ],
          "paths": {
            "/things/{thing_id}": {
              "summary": "A thing",
              "parameters": [ { "name": "thing_id", "in": "path", "required": true, "description": "Which", "schema":
                { "type": "string" } } ],
              "get": {
                "operationId": "getThing", "tags": [ "Things" ], "summary": "Gets it", "description": "All of it.", "deprecated": true,
                "x-intercom-name": "Things.Get",
                "parameters": [
                  { "name": "kind", "in": "query", "description": "What kind", "schema": { "type": "string", "enum": [ "big", "small" ] } },
                  { "name": "X-Trace", "in": "header", "description": "A mark", "schema": { "type": "string", "default": "none" } },
                  { "name": "Accept", "in": "header", "schema": { "type": "string", "enum": [ "text/csv" ] } }
                ],
                "responses": {
                  "200": { "description": "The thing", "content": { "application/json": { "schema":
                    { "$ref": "#/components/schemas/thing" } } } },
                  "404": { "description": "None", "content": { "application/json": { "schema": { "type": "object" } } } }
                }
              },
              "post": {
                "operationId": "askThing", "tags": [ "Things" ], "summary": "Asks it", "x-intercom-retry": "safe",
                "x-intercom-sample": "await intercom.Things.AskAsync();",
                "requestBody": { "description": "The question", "content": { "application/json": { "schema": {
                  "type": "object", "title": "Question", "required": [ "text" ],
                  "properties": { "text": { "type": "string", "description": "The words" }, "at": { "type": "integer",
                    "format": "date-time", "x-intercom-fill": "now" } } } } } },
                "responses": { "200": { "description": "The answer", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "stream_url": { "type": "string" }, "id": { "type": "string" } } } } } } }
              }
            },
            "/jobs": {
              "post": {
                "operationId": "startJob", "tags": [ "Jobs" ],
                "x-intercom-job": { "id": "id", "poll": "GET /jobs/{id}", "status": "status", "succeeded": [ "done" ],
                  "failed": [ "lost" ], "download": "GET /file/{id}" },
                "responses": { "200": { "description": "Started", "content": { "application/json": { "schema":
                  { "$ref": "#/components/schemas/job" } } } } }
              }
            },
            "/jobs/{id}": { "get": { "operationId": "getJob", "tags": [ "Jobs" ], "responses": { "200": { "description": "It",
              "content": { "application/json": { "schema": { "$ref": "#/components/schemas/job" } } } } } } },
            "/file/{id}": { "get": { "operationId": "getFile", "tags": [ "Jobs" ], "responses": { "200": { "description": "Bytes",
              "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } } } } },
            "/things": {
              "get": { "operationId": "listThings", "tags": [ "Things" ], "responses": { "200": { "description": "All",
                "content": { "application/json": { "schema": {
                "type": "object", "properties": { "data": { "type": "array", "items": { "$ref": "#/components/schemas/thing" } },
                  "pages": { "type": "object", "properties": { "next": { "type": "string" } } } } } } } } } },
              "post": { "operationId": "uploadThing", "tags": [ "Things" ], "requestBody": { "content":
                { "multipart/form-data": { "schema": {
                "type": "object", "properties": { "upload": { "type": "string", "format": "binary" },
                  "note": { "type": "string" } } } } } },
                "responses": { "302": { "description": "There" } } }
            }
          },
          "webhooks": { "thing.made": { "post": { "summary": "Made", "tags": [ "Things" ], "requestBody": { "content":
            { "application/json": { "schema": {
            "type": "object", "properties": { "data": { "type": "object",
              "properties": { "item": { "$ref": "#/components/schemas/thing" } } } } } } } } } } },
          "components": { "schemas": {
            "thing": {
              "type": "object", "description": "A thing.", "title": "Thing", "x-intercom-type": "Thing", "required": [ "type" ],
              "properties": {
                "type": { "type": "string", "const": "thing", "enum": [ "thing" ] },
                "name": { "type": "string", "description": "The name", "deprecated": true, "x-intercom-property": "Title",
                  "x-intercom-aliases": [ "title" ] },
                "secret": { "type": "string", "format": "password" },
                "state": { "type": "string", "description": "How it is", "enum": [ "new", "old" ], "x-intercom-type": "ThingState" },
                "inline": { "type": "object", "title": "Inline", "properties": { "a": { "type": "number" } } },
                "map": { "type": "object", "additionalProperties": { "type": "integer" } },
                "pet": { "oneOf": [ { "$ref": "#/components/schemas/cat" }, { "$ref": "#/components/schemas/dog" }, { "type": "string" } ],
                         "discriminator": { "propertyName": "type", "mapping": { "cat": "#/components/schemas/cat",
                           "dog": "#/components/schemas/dog" } } },
                "about": { "oneOf": [ { "$ref": "#/components/schemas/cat" }, { "$ref": "#/components/schemas/dog" } ],
                  "x-intercom-discriminator": "state" }
              }
            },
            "job": { "type": "object", "properties": { "id": { "type": "string" }, "status": { "type": "string", "enum": [ "done",
              "lost" ] } } },
            "cat": { "type": "object", "required": [ "type" ], "properties": { "type": { "type": "string", "enum": [ "cat" ] },
              "meow": { "type": "string" } } },
            "dog": { "allOf": [ { "$ref": "#/components/schemas/cat" }, { "type": "object",
              "properties": { "bark": { "type": "boolean" } } } ] },
            "event": { "x-intercom-stream": "stream_url", "oneOf": [ { "$ref": "#/components/schemas/cat" },
              { "$ref": "#/components/schemas/dog" } ] }
          } }
        }
        """;
}
