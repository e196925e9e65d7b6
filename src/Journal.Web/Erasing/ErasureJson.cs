using System.Text.Json.Serialization;

namespace Journal.Web.Erasing;

/// <summary>The bodies about erasing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ErasureWish))]
[JsonSerializable(typeof(WhatToErase))]
[JsonSerializable(typeof(ErasedWords))]
[JsonSerializable(typeof(ErasureState))]
internal sealed partial class ErasureJson : JsonSerializerContext;
