package com.example.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Something to ask for. */
@Path("/")
public class Hello {

    @GET
    public String hello() {
        return "Hello";
    }
}
