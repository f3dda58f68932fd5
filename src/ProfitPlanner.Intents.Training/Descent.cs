using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training;

/// <summary>AdamW, and a step down the gradient.</summary>
/// <remarks>Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019.</remarks>
internal static class Descent
{
    /// <summary>Remembers squared gradients for some fifty steps: runs are short.</summary>
    public const double SecondMoment = 0.98;

    /// <summary>Moves the parameters of a module.</summary>
    /// <param name="module">What is trained.</param>
    /// <param name="optimizer">Of its parameters.</param>
    /// <param name="loss">A single number.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="longest">A longer gradient is shortened to it.</param>
    public static void Step(nn.Module module, optim.Optimizer optimizer, Tensor loss, double rate, double longest)
    {
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = rate;
        optimizer.zero_grad();
        loss.backward();
        nn.utils.clip_grad_norm_(module.parameters(), longest);
        optimizer.step();
    }
}
