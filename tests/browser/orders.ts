/** Four customers: of January's ann, bob and cid, bob is not back in February; dan is new. */
export const orders = `customer,date,amount
ann,2024-01-03,10
ann,2024-02-10,5
bob,2024-01-20,20
cid,2024-01-31,30
cid,2024-02-29,30
dan,2024-02-01,15
dan,2024-03-02,15
`;
