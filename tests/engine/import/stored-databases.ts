import { gunzipSync } from "node:zlib";

// Made by DuckDB 1.5.6 (Python) with blocks of 16 KB, packed, in base64; the first and the last with STORAGE_VERSION 'v1.0.0'.

/**
 * create table people as
 *   select i as id, 'p' || i as name, timestamptz '2024-01-31 22:30:00+00' as seen from range(5) r(i);
 * create schema archive;
 * create table archive."big one"(x hugeint, y decimal(20, 3), z int[]);
 * insert into archive."big one" values (170141183460469231731687303715884105727, 1.125, [1, 2]), (-1, null, []);
 * create table nothing(a int); create view everyone as select * from people; create macro twice(a) as a * 2
 */
export const severalTables = unpacked(
  "H4sIAAAAAAACA+3dS2wbRRgH8G8fjt1H0rRNmoTSdIES2tCU9AkpTwkOkRoOCHEoN9c7dowS20oiN+FSIxWpCCRUKRKIExdOHLhw4IQQJ7st3OihF6gQJ3rh0F6gDDP78Cu1a5dWjv39f4pie3Y9M/+ddZTxbJz1qY/e/SDz6Y433nn9zGvUmvzRIyePnGq8ffrUTCIxk5w5d5IAAAAAAAAAYBMw1t8e/2IqvmbUlVv+zagdFoRvDsT8GxOHDgAAAAAAAKBr/PPWn3+v7v19V/hY1qEHmP9j/R8AAAAAAABgc/lx/c5Xtz7+9s3g4bhL0QSZLhkumUmKxpcS8+m8SPtvDCR0sf4S6nvN1iJFz6VTTjYjSuSSpXZZFerOMSlTRPP62apoTRcNC6/uIg2VyNKVVu3wvt5BeDvYRXW3338PItxD03sUAqagXw0pk2SGe1R13V6MpzP37ne4SXU6E+Q2vY3qaepWN2jMq3ukdk8SpUj3RW2+UH5XRO1T8ssqb5RUb6z0Naz1gq7VrKm18iZL092CxumPWLlR7/7GNtStU+680awZXYfHoi9N/RQraJLKTdY8CIJGyz3Qh3+1+n2iFrMma7v7ndnwYFcOsdn28dRRLTXe4UazMoRBbrutofRPWa9l/yy6PDp7dm6u5oV0oite7hGmP+b6mOaOdrwHRkdajTEd7y1Mc29lmnsb09zbmebuZ5p7gGnuHUxzDzLNvfO+ewQTE7c8xTOaTxFbmbt03q6eHE3rvnvsZnqeDzHNPcw09x6muUeY5h5lmnuMae7HmObeyzT340xz72Oae/9DqaVq7lKz3NPC2k95KlNeutLVqZIiFQa9WoNCrzY12bEq64TqKTG9JFT1+EOjruCWt+znL0PqDga/uu/JrsynMymvN+orLvxVyUYrkvsE/eWtSFJlRbLB0mNfTmRzC+FyqZl2dT0D1cuhdia+KHTpWE3pshAZXeo07saUoM+8bkQq3bC8bliVLrxHhxNLIr4inHxanHdEXiytZcP1UKf19T9/Erp5p5ZteYLp6/tJprmfYpr7ANPcTzPNPcE09zNMcx9kmvsQ09yTTHM/yzT3Yaa5p5pPLZvOEKk8Q1R7RPRFhI2vPqTyTMeuu/ow0trVnH79gg7eq4lYbtrvSkndDS4cvEJ0lYxr4Yw3bC3o85E2Wm18DWlh/eaN65cuWpVpXLmg7YzV11dGGh83b0QiXpUPcunkc0zP8+lmG43ezX2U6Xgf6+R4d/B8Os50vE8wzc31EyFOMc39PNPcLzDNPcM09+leDtfk94MXuynHhuXHSEuTsdopjO+l3ljuatvLXTIledj9eYXpz7VXuQW2euu8BWjqe/nb5wdu3+mv+9i/C/WfA3hX8hb+QYpZd2sQ/hcCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/H+/jOSvz97+pvz/NcMPoAj/pj38PAw7uNX/aHci2K7L9D/WjgXluRO547ljuaO5aRxXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgHbM/hC5W4gmTgd/529wyx/kNpnmtrqku8ZDzm0zHe8I09x9THNHH/XraZPmjvVoPOkxXHKJBBlJMlJUVA+MIPcWQYX1mzeuX7poSVnSG6oLNPUslyKCIkl9R22+PDp7dm6uy8d7K9PX9zamubczzd3PNPcA09w7mOYeZJp7J9PcuzrSuNnx3LuZjvcQ09zD3HLLQJONIpiIVEpVSZEKg95UJyj05jtqzmK5VAgcFnRGyprHXxvVBVOCDkmZ0jV2arxHhBNfdpbFgkisOJNOcim76ORENrcgihQTebG0ls2IKzrVgO75mP7mSHnVOySunuBJWSRD3d0mqKgme/tLOk7J25iiiRL1+dVJ+ZN/PK+RZaZdOxNfFPayEBldlqBxr7pxfaiTZC/G05k0qYljZOV8OiG82kzhNWMLumroFuNew66eUX6iWtqrHkxeITPcJUVjwV6qJKpGIkX79EQ0HG+X+vU4UpJMv1e6CSl/JkPKpudEj5zn5j1uw3PZpo2fr6v822vHBAAAAAAAAAAAAAAAAAAAAAAAAAAejf8AECoj+gAwAQA=",
);

/** create table a as select 1 as x; STORAGE_VERSION 'latest', which is 68 */
export const newerVersion = unpacked(
  "H4sIAAAAAAACA+3ZMUvDQBTA8Xex1CIITn4D11KRFoqL0oJIEaduLjVNmg4KLuoidnVydhWcHJycHAVpHZx08wuIg47i4HlpmoSqKVYoVPj/KM3lvctx927K5f3j9Org7OK5XC1VyvI7u/PZfLaQnM8VirZddIub+cHjpE5WL9/OM9XbjdxNupReEwAAAAAAMBJTD+p+7vHoWv2cnojiS71rJrhMUjoAAAAAAP6NF1V5Wl48vgvv9Rfyh/d/vv8DAAAAADBeVip6Z3ZvYT1836+LZYtVF2UarqS2as3tZnAqYPsx/+eY/zjVFlXrSJDZd0xjWuuGiBceJfihVo951NPaFRV3GJMyWMG6XDPZQ3/+lmda0o1Iw6wxSGvdiVrx6gY8GJ+jmG6mQmFKJY/phDV2u3vgRAcvETXk2vrH7Qua+nczbWnN+Hfh0NE8+/Yu09tZNTbbNrxv51oJRX1N6AcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAo/IJd3u8UABwAAA=",
);

/** create view v as select 1 as x */
export const onlyView = unpacked(
  "H4sIAAAAAAACA+3aMUvDQBTA8Ze0YBcRxEEQJIPgZLFDC9kE3eqggw5uMblIRDvYkmZ1tIuLX8CPIoJUrZ/CRfAjWIh3jakQFUQdKvx/BO7y3l0eZLuXXKyc7Z22zmc2dtaba/I9ca1arza+zq82XN93Q3e/LgAAAAAAYAJ0d3vL5cutOevztDWO582BSjbYvDoAAAAAAP6N4fbzS7LwOJvfpwXyg/M/3/8BAAAAAJgsmzeD3tLT1XV+3g/E9sUOxNKTUMrHXtSKsq6AL6VRuPQePpRF/0R5HeXEkeo6seO1nbY6Un7HqZl50hcrvjObptP03ozmCvXjdEJPp5Q0Q7GSA5nvSyCjZUpEh0zBW7O6kqYPWf2B3pIUmhK/96HP8ab4P8Qw/fPSAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACMvQKfm0mcAHAAAA==",
);

function unpacked(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gunzipSync(Buffer.from(base64, "base64")));
}
