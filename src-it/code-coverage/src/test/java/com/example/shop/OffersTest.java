package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class OffersTest {

    @Test
    void withoutARecordNothingIsRemembered() {
        assertFalse(new Offers("sid=1").mayRemember("shoes"));
    }
}
