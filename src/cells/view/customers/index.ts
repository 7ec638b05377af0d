export { CustomersPanel } from "./customers-panel";
export { useCustomers, type Customers } from "./use-customers";
