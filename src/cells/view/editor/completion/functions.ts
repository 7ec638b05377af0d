/** Functions of DuckDB 1.4 worth offering; all of them are in the core, none needs an extension. */
export const functions: readonly string[] = `
any_value approx_count_distinct approx_quantile arg_max arg_min array_agg avg bit_and bit_or bool_and bool_or corr count
count_if countif covar_pop covar_samp entropy first geomean group_concat histogram kurtosis last list listagg mad max
max_by median min min_by mode product quantile quantile_cont quantile_disc regr_avgx regr_avgy regr_count regr_intercept
regr_r2 regr_slope skewness stddev stddev_pop stddev_samp string_agg sum var_pop var_samp variance
row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
abs acos asin atan atan2 cbrt ceil ceiling cos cot degrees even exp factorial floor gamma gcd greatest isfinite isinf
isnan lcm least lgamma ln log log10 log2 mod pi pow power radians random round round_even sign sin sqrt tan trunc
ascii bar chr concat concat_ws contains damerau_levenshtein ends_with format format_bytes hamming instr jaccard
jaro_similarity jaro_winkler_similarity lcase left len length levenshtein lower lpad ltrim md5 nfc_normalize ord
parse_filename parse_path position prefix printf regexp_escape regexp_extract regexp_extract_all regexp_full_match
regexp_matches regexp_replace regexp_split_to_array repeat replace reverse right rpad rtrim sha256 split split_part
starts_with strip_accents strlen strpos substr substring suffix translate trim ucase unicode upper url_decode url_encode
age century date_add date_diff date_part date_sub date_trunc day dayname dayofmonth dayofweek dayofyear decade epoch
epoch_ms epoch_us era extract hour isodow isoyear julian last_day make_date make_time make_timestamp microsecond
millisecond minute month monthname quarter second strftime strptime time_bucket to_days to_hours to_minutes to_months
to_seconds to_timestamp to_weeks to_years try_strptime week weekday weekofyear year yearweek
coalesce ifnull nullif if error typeof cast_to_type hash uuid enum_first enum_last enum_range getvariable
array_length array_to_string flatten generate_series range unnest list_aggregate list_append list_avg list_concat
list_contains list_count list_distinct list_extract list_filter list_has_all list_has_any list_intersect list_max
list_min list_position list_prepend list_reduce list_reverse list_slice list_sort list_sum list_transform list_unique
list_value list_zip string_split element_at map map_contains map_entries map_extract map_from_entries map_keys map_values
struct_extract struct_insert struct_pack union_extract union_tag row`
  .split(/\s+/)
  .filter(Boolean);
