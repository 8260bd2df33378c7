import assert from "node:assert/strict";
import test from "node:test";

import { policyAddress, publicHost, serviceAddress } from "../../extension/address.js";

test("a service is reached by https, or by http on this computer", () => {
  assert.equal(serviceAddress("https://smallprint.example"), "https://smallprint.example");
  assert.equal(serviceAddress(" http://127.0.0.1:8123/ "), "http://127.0.0.1:8123");
  assert.equal(serviceAddress("http://localhost:8000/v1?x#y"), "http://localhost:8000");
  assert.equal(serviceAddress("https://user:secret@smallprint.example/path"), "https://smallprint.example");
});

for (const typed of [
  "http://smallprint.example",
  "http://127.0.0.1.example.org",
  "http://localhost.example.org",
  "smallprint.example",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "ftp://127.0.0.1",
  "https://",
  "",
]) {
  test(`no policy is sent to "${typed}"`, () => assert.equal(serviceAddress(typed), ""));
}

test("of a policy's address, user, query and fragment are not told", () => {
  assert.equal(
    policyAddress("https://ada:secret@shop.example:8443/privacy?session=4711#cookies"),
    "https://shop.example:8443/privacy",
  );
});

test("what is no web page has no address to tell", () => {
  assert.equal(policyAddress("file:///home/ada/policy.html"), "");
  assert.equal(policyAddress("about:blank"), "");
  assert.equal(policyAddress(`https://shop.example/${"a".repeat(3000)}`), "");
});

test("a site is looked up by its host alone", () => {
  assert.equal(publicHost("https://ada:secret@www.shop.example:8443/account/4711?iban=GB29#top"), "shop.example");
  assert.equal(publicHost("http://bücher.example/"), "xn--bcher-kva.example");
  assert.equal(publicHost("https://wwwshop.example./"), "wwwshop.example");
});

for (const address of [
  "http://127.0.0.1:8000/",
  "http://[::1]/",
  "http://192.168.1.1/status",
  "http://2130706433/",
  "http://localhost/",
  "http://router/",
  "http://nas.local/",
  "http://wiki.corp/",
  "http://git.home.arpa/",
  "http://abcdefghijklmnop.onion/",
  "file:///home/ada/letter.html",
  "chrome://version/",
  "about:blank",
]) {
  test(`nobody is asked about ${address}`, () => assert.equal(publicHost(address), ""));
}
