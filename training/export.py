"""Writes a trained reader as an ONNX graph with 8-bit weights."""
import collections
import os
import pathlib

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from network import impossible_actions

INPUTS = ["ids", "et", "fld", "att", "span", "cspan", "cmask", "feat"]


class Probabilities(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model
        self.register_buffer("impossible", impossible_actions())

    def forward(self, ids, types, segments, attention, spans, places, present, features):
        action, status = self.model(ids, types, segments, attention, spans, places, present, features)
        return torch.softmax(action + features[:, :, :6] @ self.impossible, -1), torch.softmax(status, -1)


def export(model, inputs, path):
    """`inputs`: a batch to trace with."""
    model.eval()
    path = pathlib.Path(path)
    whole = path.with_suffix(".f32.onnx")
    text, pairs = {0: "sentences", 1: "pieces"}, {0: "sentences", 1: "pairs"}
    axes = {name: text for name in INPUTS[:4]}
    axes.update({name: pairs for name in ("cspan", "cmask", "feat", "action", "status")})
    axes["span"] = {0: "sentences", 1: "spans", 2: "pieces"}
    torch.onnx.export(
        Probabilities(model).eval(), inputs, str(whole), input_names=INPUTS, output_names=["action", "status"],
        dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize(whole, path)
    whole.unlink()


def quantize(whole, path):
    """8-bit weights for every matrix product. The pair tokens share the layers' weights with the text: each product gets its
    copy first, since the quantiser handles a shared weight but once, and equal copies are stored once afterwards."""
    model = onnx.load(str(whole))
    graph = model.graph
    weights = {t.name: t for t in graph.initializer}
    alias = {n.output[0]: n.input[0] for n in graph.node if n.op_type == "Identity" and n.input[0] in weights}
    rename(graph, alias)
    kept = [n for n in graph.node if not (n.op_type == "Identity" and n.output[0] in alias)]
    del graph.node[:]
    graph.node.extend(kept)
    uses = collections.Counter()
    for node in graph.node:
        if node.op_type not in ("MatMul", "Gemm"):
            continue
        for k, name in enumerate(node.input):
            if name in weights:
                uses[name] += 1
                if uses[name] > 1:
                    copy = onnx.TensorProto()
                    copy.CopyFrom(weights[name])
                    copy.name = f"{name}__{uses[name]}"
                    graph.initializer.append(copy)
                    node.input[k] = copy.name
    draft = str(path) + ".draft"
    onnx.save(model, draft)
    quantize_dynamic(
        draft, str(path), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        extra_options={"MatMulConstBOnly": True})
    os.remove(draft)
    store_once(path)


def store_once(path):
    model = onnx.load(str(path))
    graph = model.graph
    used = {name for node in graph.node for name in node.input}
    first, alias, kept = {}, {}, []
    for tensor in graph.initializer:
        if tensor.name not in used:
            continue
        content = (tensor.data_type, tuple(tensor.dims), tensor.SerializeToString().replace(tensor.name.encode(), b""))
        if content in first:
            alias[tensor.name] = first[content]
        else:
            first[content] = tensor.name
            kept.append(tensor)
    rename(graph, alias)
    del graph.initializer[:]
    graph.initializer.extend(kept)
    onnx.save(model, str(path))


def rename(graph, alias):
    for node in graph.node:
        for k, name in enumerate(node.input):
            if name in alias:
                node.input[k] = alias[name]
