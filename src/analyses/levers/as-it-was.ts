interface Asked {
  readonly params: { readonly mode: string; readonly asOf: string | null };
}

/** The day that was found stays when more data come. */
export function asItWas<R extends Asked>(request: R, result: { readonly asOf: string | null } | null): R {
  const { params } = request;
  return params.mode === "columns" || !result?.asOf
    ? request
    : { ...request, params: { ...params, asOf: result.asOf } };
}
