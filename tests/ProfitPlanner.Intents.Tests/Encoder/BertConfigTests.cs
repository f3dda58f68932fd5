using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Tests.Encoder;

public sealed class BertConfigTests : IDisposable
{
    private const string Sizes = "\"vocab_size\": 30522, \"hidden_size\": 768, \"num_hidden_layers\": 12, \"num_attention_heads\": 12, \"intermediate_size\": 3072";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bert-config-");

    private string ConfigPath => Path.Combine(_folder.FullName, "config.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_file_of_a_published_model_is_read()
    {
        var config = Read($$"""
            {
              "architectures": ["BertForMaskedLM"], "attention_probs_dropout_prob": 0.2, "gradient_checkpointing": false, "hidden_act": "gelu",
              "hidden_dropout_prob": 0.3, "initializer_range": 0.02, "layer_norm_eps": 1e-05, "max_position_embeddings": 256,
              "model_type": "bert", "pad_token_id": 0, "position_embedding_type": "absolute", "transformers_version": "4.6.0",
              "type_vocab_size": 3, "use_cache": true, {{Sizes}}
            }
            """);

        Assert.Equal(new BertConfig
        {
            VocabSize = 30522,
            HiddenSize = 768,
            NumHiddenLayers = 12,
            NumAttentionHeads = 12,
            IntermediateSize = 3072,
            AttentionProbsDropoutProb = 0.2,
            HiddenDropoutProb = 0.3,
            LayerNormEps = 1e-5,
            MaxPositionEmbeddings = 256,
            TypeVocabSize = 3,
        }, config);
    }

    [Fact]
    public void What_a_file_leaves_out_is_as_published()
    {
        var config = Read($"{{ {Sizes} }}");

        Assert.Equal((512, 2, 1e-12, 0.1, 0.1), (config.MaxPositionEmbeddings, config.TypeVocabSize, config.LayerNormEps, config.HiddenDropoutProb, config.AttentionProbsDropoutProb));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        var config = Read($"{{ {Sizes} }}") with { LayerNormEps = 1e-7, HiddenDropoutProb = 0 };

        config.Write(ConfigPath);

        Assert.Equal(config, BertConfig.Read(ConfigPath));
    }

    [Theory]
    [InlineData("", "config.json")]
    [InlineData("null", "empty")]
    [InlineData("[]", "not the configuration")]
    [InlineData("{}", "vocab_size")]
    [InlineData("{ SIZES, \"layer_norm_eps\": NaN }", "not the configuration")]
    [InlineData("{ SIZES, \"layer_norm_eps\": 0 }", "layer_norm_eps")]
    [InlineData("{ SIZES, \"hidden_size\": 1.5 }", "hidden_size")]
    [InlineData("{ SIZES, \"hidden_size\": 99999999999 }", "hidden_size")]
    [InlineData("{ SIZES, \"hidden_size\": 0 }", "size")]
    [InlineData("{ SIZES, \"vocab_size\": -1 }", "size")]
    [InlineData("{ SIZES, \"num_attention_heads\": 7 }", "num_attention_heads 7")]
    [InlineData("{ SIZES, \"num_attention_heads\": 0 }", "num_attention_heads 0")]
    [InlineData("{ SIZES, \"model_type\": \"roberta\" }", "'roberta'")]
    [InlineData("{ SIZES, \"model_type\": null }", "model_type")]
    [InlineData("{ SIZES, \"hidden_act\": \"gelu_new\" }", "'gelu_new'")]
    [InlineData("{ SIZES, \"hidden_dropout_prob\": 1 }", "dropout")]
    [InlineData("{ SIZES, \"attention_probs_dropout_prob\": -0.1 }", "dropout")]
    [InlineData("{ SIZES, \"max_position_embeddings\": 1 }", "size")]
    public void What_is_wrong_is_said(string json, string expected)
    {
        var message = Assert.Throws<InvalidDataException>(() => Read(json.Replace("SIZES", Sizes, StringComparison.Ordinal))).Message;

        Assert.StartsWith(ConfigPath, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    private BertConfig Read(string json)
    {
        File.WriteAllText(ConfigPath, json);
        return BertConfig.Read(ConfigPath);
    }
}
