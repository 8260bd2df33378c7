/**
 * A policy to try the page with, of a bookshop that does not exist.
 */
export const EXAMPLE = `# Privacy policy of The Crooked Shelf

Last updated: 14 March 2024

The Crooked Shelf ("we") sells second-hand books. This privacy policy says what personal information we collect when you use crookedshelf.example and what we do with it.

## What we collect

- When you order, we collect your name, your postal address and your e-mail address.
- Your card is handled by our payment processor; we never see or store the number.
- When you browse the shop, we log your IP address, your browser and the pages that you view.
- With your consent, our app uses the precise location of your phone to show the nearest shop.

## What we use it for

We use your information to send your books and to answer your questions. We may also use it to send you our newsletter and offers. We use cookies and web beacons, and our advertising partners use them to show you ads based on the books that you looked at.

## Whom we share it with

We do not:

- sell your personal information to anyone,
- rent our customer list,
- read the messages that you send to other readers.

We may share your e-mail address with selected publishers so that they can send you offers about new books. We share what is needed with the companies that deliver parcels and host our site. We disclose personal information if a court or the law requires it. If the shop is sold, your information goes to the new owner. Our servers are in the United States, so your data is transferred there.

## How long we keep it

We keep order records for seven years, as tax law requires. Everything else we keep for as long as we need it.

## Your choices

You can unsubscribe from our newsletter at any time at https://crookedshelf.example/unsubscribe. You can ask us to correct or delete your account by writing to privacy@crookedshelf.example. Our site does not respond to Do Not Track signals.

## Security and children

All pages are encrypted with TLS. No method of storage is completely secure, and we cannot guarantee the security of your information. We do not knowingly collect information from children under 13.

## Changes

We may change this policy at any time. Your continued use of the shop means that you accept the changes.
`;
