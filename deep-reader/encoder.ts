import type { InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { EncoderInput } from "./encoder-input";

/** What the encoder says of one line. */
export interface Reading {
  /** Of each practice, the log-odds that it shows. */
  readonly scores: Float32Array;
  /** Of each practice, a score for each stance. */
  readonly stances: Float32Array;
  /** Of each piece of the line, marks included, its share in the score of each practice. */
  readonly shares: Float32Array;
}

/** The encoder, ready to read lines one at a time. */
export interface Encoder {
  read(input: EncoderInput): Promise<Reading>;
  /** Gives its memory back; it reads nothing afterwards. */
  close(): Promise<void>;
}

/** What is needed of `onnxruntime-web/wasm`, which each host imports in its own way and at its own time. */
export interface Runtime {
  readonly env: { readonly wasm: { numThreads?: number; wasmBinary?: ArrayBufferLike | Uint8Array } };
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: "int32", data: Int32Array, dims: readonly number[]) => Tensor;
}

/** The bytes of `encoder.onnx`, and of the runtime's `ort-wasm-simd-threaded.wasm`. */
export interface EncoderFiles {
  readonly encoder: Uint8Array;
  readonly wasm: Uint8Array;
}

/** Opens the encoder on one thread, without any network. Throws where the file is no model. */
export async function openEncoder(runtime: Runtime, { encoder, wasm }: EncoderFiles): Promise<Encoder> {
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmBinary = wasm;
  const session = await runtime.InferenceSession.create(encoder, { executionProviders: ["wasm"] });
  // It is compiled by now; the runtime would hold on to its 14 MB for ever.
  delete runtime.env.wasm.wasmBinary;
  const tensorOf = (ids: readonly number[]) => new runtime.Tensor("int32", Int32Array.from(ids), [ids.length]);
  // The runtime works on one line at a time, in the order of asking.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  return {
    read: ({ line, around }) =>
      inTurn(async () => {
        const read = await session.run({ line: tensorOf(line), around: tensorOf(around) });
        const dataOf = (name: string) => (read[name] as Tensor).data as Float32Array;
        return { scores: dataOf("scores"), stances: dataOf("stances"), shares: dataOf("shares") };
      }),
    close: () => inTurn(() => session.release()),
  };
}
